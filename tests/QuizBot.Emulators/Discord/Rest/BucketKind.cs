namespace QuizBot.Emulators.Discord.Rest;

/// <summary>Which limit a route shares with its like.</summary>
internal enum BucketKind
{
    /// <summary>Callbacks answer to no limit but their deadline.</summary>
    None,
    Others,
    Messages,
    Edits,
    Reactions,
    Webhooks,
    Threads,
    Commands,
    Gateway,
}
