namespace QuizBot.Chat.Messages;

/// <summary>Colours a message where the platform can; never the only carrier of a meaning.</summary>
public enum ChatTone
{
    /// <summary>No colour.</summary>
    Plain,

    /// <summary>A question that takes answers.</summary>
    Question,

    /// <summary>A result.</summary>
    Result,

    /// <summary>Something needs attention.</summary>
    Problem,
}
