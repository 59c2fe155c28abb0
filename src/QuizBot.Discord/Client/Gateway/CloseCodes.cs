using QuizBot.Discord.Client.Wire;

namespace QuizBot.Discord.Client.Gateway;

/// <summary>What the codes with which Discord closes a connection ask for.</summary>
internal static class CloseCodes
{
    /// <summary>Ours, where the session is to live on: any but 1000 and 1001.</summary>
    public const int Renew = 4000;

    /// <summary>Ours, where the bot goes offline.</summary>
    public const int Goodbye = 1000;

    public static ConnectionEnd Read(int code, string? reason) => code switch
    {
        4004 => Refused(TokenRefusal.Line),
        4010 => Refused("Discord does not know this shard (4010). Give every process shards of the same total in Discord:Shards, such as 0-3/8 and 4-7/8, or leave it out."),
        4011 => Refused("Discord requires more shards (4011): the bot is in too many servers for so few. Raise the total in Discord:Shards of every process, or leave it out."),
        4012 => Refused("Discord no longer speaks this version of its gateway (4012). Update QuizBot."),
        4013 => Refused("Discord does not know the intents that QuizBot asks for (4013). Update QuizBot."),
        4014 => Refused("Discord refuses the intents (4014), although QuizBot asks for none that is privileged. See whether the application is restricted in the Discord developer portal, and update QuizBot."),
        4007 or 4009 => ConnectionEnd.NewSession(Told(code, reason)),
        0 => ConnectionEnd.Resume("the connection broke"),
        _ => ConnectionEnd.Resume(Told(code, reason)),
    };

    private static ConnectionEnd Refused(string line) => new(EndKind.Refused, line);

    private static string Told(int code, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? $"Discord closed it with {code}" : $"Discord closed it with {code}: {ForeignText.Line(reason)}";
}
