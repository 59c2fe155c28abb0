using QuizBot.Emulators.Slack.Deliveries;

namespace QuizBot.Emulators.Slack.World;

/// <summary>An app as it is set up at Slack: its secrets, what it hears and where.</summary>
public sealed class EmulatedApp
{
    internal EmulatedApp(string id, string name)
    {
        Id = id;
        Name = name;
        AppToken = $"xapp-1-{id}-1000000000000-{SlackIds.Secret()}";
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>The app-level token for Socket Mode.</summary>
    public string AppToken { get; internal set; }

    public string SigningSecret { get; } = SlackIds.Secret();

    /// <summary>The old way to know that a payload is Slack's; still in each payload.</summary>
    public string VerificationToken { get; } = SlackIds.Secret(12);

    /// <summary>The scopes of the app-level token.</summary>
    public IReadOnlySet<string> AppScopes { get; set; } = new HashSet<string> { "connections:write" };

    /// <summary>The events it asked for, as in the manifest; at first all there are but messages (<c>message.im</c> …).</summary>
    public IReadOnlySet<string> Events { get; set; } = new HashSet<string>
    {
        "reaction_added", "reaction_removed", "app_mention", "app_home_opened", "member_joined_channel", "member_left_channel",
        "channel_archive", "channel_unarchive", "channel_deleted", "channel_rename", "channel_left", "group_archive", "group_unarchive",
        "group_deleted", "group_rename", "group_left", "tokens_revoked", "app_uninstalled", "user_change", "team_join",
    };

    /// <summary>The commands it has, with the slash; null for any.</summary>
    public IReadOnlySet<string>? Commands { get; set; }

    /// <summary>Deliveries go over Socket Mode; off, to the URLs.</summary>
    public bool UsesSocketMode { get; internal set; } = true;

    /// <summary>Where events go without Socket Mode; null when none is set.</summary>
    public Uri? EventsUrl { get; internal set; }

    public Uri? InteractivityUrl { get; internal set; }

    public Uri? CommandsUrl { get; internal set; }

    /// <summary>Slash commands name members and channels by their ids (<c>should_escape</c>).</summary>
    public bool EscapesCommands { get; set; } = true;

    internal List<SocketConnection> Connections { get; } = [];

    internal int Turn { get; set; }
}
