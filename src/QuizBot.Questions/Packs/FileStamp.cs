namespace QuizBot.Questions.Packs;

/// <summary>What tells an edited file from the same one without reading it.</summary>
internal readonly record struct FileStamp(long Length, DateTime ModifiedUtc);
