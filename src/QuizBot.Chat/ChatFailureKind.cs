namespace QuizBot.Chat;

/// <summary>Why a platform did not do what was asked.</summary>
public enum ChatFailureKind
{
    /// <summary>It certainly did not happen, and may work later: a lost connection, a server error, a rate limit.</summary>
    Unavailable,

    /// <summary>It may have happened: the answer got lost. Look with <see cref="IChatPlatform.FindPostAsync"/> before repeating a post.</summary>
    Doubtful,

    /// <summary>The channel, or the thread, is deleted or archived, or the bot is not in it.</summary>
    ChannelGone,

    /// <summary>The message is deleted.</summary>
    MessageGone,

    /// <summary>The bot was removed from the workspace.</summary>
    WorkspaceGone,

    /// <summary>A permission is missing; <see cref="ChatFailure.Detail"/> names it.</summary>
    Forbidden,

    /// <summary>The platform refuses the content itself. A defect: the content must fit every platform.</summary>
    Invalid,
}
