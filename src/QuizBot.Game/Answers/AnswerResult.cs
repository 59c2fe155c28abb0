using QuizBot.Engine.Answers;
using QuizBot.Game.Rounds;

namespace QuizBot.Game.Answers;

/// <summary>What became of something a member did to answer.</summary>
internal enum AnswerResultKind
{
    /// <summary>It is durable and counts.</summary>
    Recorded,

    /// <summary>The message is no open round of ours, or the emoji no choice.</summary>
    NotAnAnswer,

    /// <summary>The round is closed.</summary>
    Closed,

    /// <summary>A question is just being posted in the channel, and may be this message: it is known in a moment.</summary>
    TooEarly,
}

/// <param name="Kind">Whether it counts.</param>
/// <param name="Round">The round, where it is open.</param>
/// <param name="Answer">The answer as it stands, where it counts.</param>
internal sealed record AnswerResult(AnswerResultKind Kind, ActiveRound? Round = null, Answer? Answer = null)
{
    public static AnswerResult None { get; } = new(AnswerResultKind.NotAnAnswer);
}
