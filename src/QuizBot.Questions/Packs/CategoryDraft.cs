namespace QuizBot.Questions.Packs;

/// <summary>A category as one file declares it.</summary>
internal sealed record CategoryDraft(string Id, string Title, FilePlace Place, string? Licence, string? Author, IReadOnlyList<TopicDraft> Topics);
