namespace QuizBot.Game.GameOptions;

/// <summary>Section <c>Daily</c>.</summary>
public sealed class DailyOptions
{
    public const string Section = "Daily";

    /// <summary>
    /// How late a question that was due while the bot was down is still posted, if its round would still be open. 7 days, the
    /// longest a round can be open, by default; zero makes up for nothing.
    /// </summary>
    public TimeSpan CatchUp { get; set; } = TimeSpan.FromDays(7);
}
