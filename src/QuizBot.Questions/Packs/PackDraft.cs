using QuizBot.Questions.Faults;

namespace QuizBot.Questions.Packs;

/// <summary>A pack as its <c>pack.yaml</c> declares it, or as its folder's name implies.</summary>
internal sealed record PackDraft(Pack Pack, FilePlace Place, IReadOnlyList<PackFault> Faults)
{
    public static PackDraft OfFolder(string folder) =>
        new(new Pack(Name(folder), Name(folder), folder, null, null, [], []), new FilePlace(folder, 1, 1), []);

    private static string Name(string folder) => folder[(folder.LastIndexOf('/') + 1)..];
}
