namespace QuizBot.Discord.Client.Rest;

/// <summary>Who goes first when Discord's limit for all requests together is reached.</summary>
internal enum RestPriority
{
    /// <summary>Somebody waits for the answer.</summary>
    Lookup,

    /// <summary>Messages and their edits.</summary>
    Post,

    /// <summary>Reactions, and what is read to reconcile them: must never delay a post.</summary>
    Background,
}
