namespace QuizBot.Questions.Packs;

/// <summary>A topic as one file declares it.</summary>
internal sealed record TopicDraft(string Id, string Title, FilePlace Place);
