namespace QuizBot.Game.GameOptions;

/// <summary>Section <c>Quiz</c>.</summary>
public sealed class QuizOptions
{
    public const string Section = "Quiz";

    /// <summary>Seconds a round takes answers, where the command does not say: 5 to 300, 20 by default.</summary>
    public int Seconds { get; set; } = 20;

    /// <summary>Rounds of a quiz, where the command does not say: 1 to 25, 5 by default.</summary>
    public int Questions { get; set; } = 5;

    /// <summary>From the command to the first round, for others to join: 0 to 1 minute, 8 seconds by default.</summary>
    public TimeSpan Lobby { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>From the reveal to the next round: 0 to 1 minute, 6 seconds by default.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(6);
}
