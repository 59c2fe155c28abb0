namespace QuizBot.Chat.Messages;

/// <summary>A moment, in each reader's own zone where the platform can, else in UTC.</summary>
/// <param name="At">The moment.</param>
/// <param name="Style">How it is shown.</param>
public sealed record MomentSpan(DateTimeOffset At, TimeStyle Style) : TextSpan;
