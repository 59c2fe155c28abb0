using NodaTime;
using QuizBot.Engine.Questions;

namespace QuizBot.Engine.Scoring;

/// <summary>What a right answer earns.</summary>
public static class Points
{
    /// <summary>10, 20 or 30 points for an easy, medium or hard question.</summary>
    public static int For(Difficulty difficulty) => 10 * (int)difficulty;

    /// <summary>
    /// The bonus for speed in a quiz: up to half the question's points, falling evenly to 0 as the time runs out.
    /// </summary>
    /// <param name="difficulty">The question's difficulty.</param>
    /// <param name="taken">The time from the post to the answer.</param>
    /// <param name="allowed">The time the round allows; longer than zero.</param>
    public static int SpeedBonus(Difficulty difficulty, Duration taken, Duration allowed)
    {
        if (allowed <= Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(allowed), "A round allows some time.");
        var left = Math.Clamp(1 - taken / allowed, 0, 1);
        return (int)Math.Round(For(difficulty) / 2.0 * left, MidpointRounding.AwayFromZero);
    }
}
