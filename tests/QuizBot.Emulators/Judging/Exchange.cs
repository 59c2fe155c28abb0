namespace QuizBot.Emulators.Judging;

/// <summary>A request and its answer, before the judge.</summary>
internal sealed record Exchange(string Method, string Route, string Request, int Status, string Answer);
