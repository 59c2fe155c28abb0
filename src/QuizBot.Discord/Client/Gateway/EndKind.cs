namespace QuizBot.Discord.Client.Gateway;

/// <summary>What follows a connection's end.</summary>
internal enum EndKind
{
    /// <summary>Go on where it ended, if there is a session.</summary>
    Resume,

    /// <summary>The session is lost.</summary>
    NewSession,

    /// <summary>Trying again is useless.</summary>
    Refused,
}
