namespace QuizBot.Engine.Rounds;

/// <summary>Where a round stands.</summary>
public enum RoundStatus
{
    /// <summary>Committed, and perhaps sent: at start-up its message is adopted or sent.</summary>
    Posting = 0,

    /// <summary>On the channel, taking answers.</summary>
    Open = 1,

    /// <summary>Takes no more answers; points are being counted and the reveal shown.</summary>
    Closing = 2,

    /// <summary>Counted and revealed.</summary>
    Closed = 3,

    /// <summary>Could not be posted: the channel or a permission is gone.</summary>
    Failed = 4,
}
