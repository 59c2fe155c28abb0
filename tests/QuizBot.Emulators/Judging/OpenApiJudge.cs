namespace QuizBot.Emulators.Judging;

/// <summary>Checks requests and answers against a platform's published description.</summary>
public sealed class OpenApiJudge;
