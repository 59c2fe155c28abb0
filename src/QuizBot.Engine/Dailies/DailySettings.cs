using NodaTime;
using QuizBot.Engine.Rounds;

namespace QuizBot.Engine.Dailies;

/// <summary>What a member sets of a daily.</summary>
/// <param name="Schedule">Local time, zone and weekdays.</param>
/// <param name="Category">Only this category, or null.</param>
/// <param name="Pool">Which kinds of question.</param>
/// <param name="CloseAfter">How long a question takes answers: <see cref="ShortestClose"/> to <see cref="LongestClose"/>.</param>
/// <param name="Ways">How members may answer.</param>
public sealed record DailySettings(DailySchedule Schedule, string? Category, DailyPool Pool, Duration CloseAfter, AnswerWays Ways)
{
    /// <summary>1 minute.</summary>
    public static Duration ShortestClose { get; } = Duration.FromMinutes(1);

    /// <summary>7 days.</summary>
    public static Duration LongestClose { get; } = Duration.FromDays(7);

    /// <summary>8 hours: asked in the morning, revealed the same working day.</summary>
    public static Duration DefaultClose { get; } = Duration.FromHours(8);
}
