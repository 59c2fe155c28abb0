namespace QuizBot.Discord;

/// <summary>The section <c>Discord</c> of the settings.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    public const string DefaultApiBaseUrl = "https://discord.com/api/v10";

    /// <summary>The bot's token; the platform is off without one. A secret.</summary>
    public string? Token { get; set; }

    /// <summary>Where Discord's API is, version included; another one than Discord's own is for tests.</summary>
    public string ApiBaseUrl { get; set; } = DefaultApiBaseUrl;

    /// <summary>
    /// The shards that this process runs, and how many there are in all: <c>0-3/8</c>, or <c>2/8</c> for one. Null for all that
    /// Discord wants.
    /// </summary>
    public string? Shards { get; set; }

    /// <summary>The id of the only server that is offered the commands: there they change at once, which is for development. Null for all servers.</summary>
    public ulong? CommandGuild { get; set; }

    /// <summary>By a server's id, the id of the role that is notified of a question of the day and of a quiz's beginning; nobody else ever is.</summary>
    public Dictionary<string, ulong> MentionRoles { get; } = [];
}
