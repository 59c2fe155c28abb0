using QuizBot.Engine.Questions;

namespace QuizBot.Questions.Packs;

/// <summary>A category while the files that declare it are put together.</summary>
internal sealed class OpenCategory(CategoryDraft draft, Pack pack)
{
    /// <summary>The first declaration.</summary>
    public CategoryDraft Draft { get; } = draft;

    public Pack Pack { get; } = pack;

    public List<Topic> Topics { get; } = [];

    /// <summary>Its place in the pack; those that <c>pack.yaml</c> does not list come last, by file.</summary>
    public int Rank { get; } = pack.CategoryOrder.ToList().IndexOf(draft.Id) is var at and >= 0 ? at : int.MaxValue;
}
