namespace QuizBot.Engine.Scoring;

/// <summary>How many members' answers stand on one choice of a round; changed in the transaction that changes the answer.</summary>
public sealed class Tally
{
    /// <summary>The <see cref="Choice"/> of typed and self-marked answers.</summary>
    public const int NoChoice = -1;

    private Tally()
    {
    }

    /// <summary>The round.</summary>
    public long RoundId { get; private set; }

    /// <summary>The choice as posted from 0, or <see cref="NoChoice"/>.</summary>
    public int Choice { get; private set; }

    /// <summary>The members whose answer stands there.</summary>
    public int Members { get; private set; }
}
