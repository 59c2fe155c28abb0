namespace QuizBot.Engine.Rounds;

/// <summary>How members may answer a round with choices.</summary>
[Flags]
public enum AnswerWays
{
    /// <summary>By reaction: everyone sees it.</summary>
    Reactions = 1,

    /// <summary>By button: only the member sees the confirmation.</summary>
    Buttons = 2,

    /// <summary>Either way; the later one counts.</summary>
    Both = Reactions | Buttons,
}
