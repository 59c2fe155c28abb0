namespace QuizBot.Emulators.Slack.World;

/// <summary>A workspace with an app installed.</summary>
public sealed class EmulatedWorkspace
{
    private readonly Lock gate;

    internal EmulatedWorkspace(Lock gate, string id, string name, EmulatedApp app, string botUserId, string botId)
    {
        this.gate = gate;
        Id = id;
        Name = name;
        App = app;
        BotToken = $"xoxb-{SlackIds.Secret(6)}-{SlackIds.Secret(12)}";
        Domain = new string([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        Bot = new(this, botUserId, app.Name.ToLowerInvariant()) { IsBot = true, BotId = botId, RealName = app.Name, DisplayName = "" };
        MembersUnguarded.Add(Bot.Id, Bot);
    }

    public string Id { get; }

    public string Name { get; }

    public string Domain { get; }

    public EmulatedApp App { get; }

    /// <summary>The app's own bot.</summary>
    public EmulatedMember Bot { get; }

    public string BotToken { get; internal set; }

    public TokenState Token { get; internal set; }

    /// <summary>What the bot token may do.</summary>
    public IReadOnlySet<string> Scopes { get; set; } = BotScopes;

    public IReadOnlyList<EmulatedMember> Members
    {
        get
        {
            lock (gate)
                return [.. MembersUnguarded.Values];
        }
    }

    public IReadOnlyList<EmulatedChannel> Channels
    {
        get
        {
            lock (gate)
                return [.. ChannelsUnguarded.Values];
        }
    }

    /// <summary>Views that a member has open, the lowest first.</summary>
    public IReadOnlyList<EmulatedView> OpenViews(EmulatedMember member)
    {
        lock (gate)
            return [.. ViewsUnguarded.Values.Where(view => view.Member == member && view is { IsOpen: true, Kind: ViewKind.Modal })];
    }

    /// <summary>What a member sees on the app's home tab; null before the first publish.</summary>
    public EmulatedView? Home(EmulatedMember member)
    {
        lock (gate)
            return HomesUnguarded.GetValueOrDefault(member.Id);
    }

    /// <summary>The direct conversation of a member and the bot, if there is one.</summary>
    public EmulatedChannel? Direct(EmulatedMember member)
    {
        lock (gate)
            return ChannelsUnguarded.Values.FirstOrDefault(channel => channel.Partner == member);
    }

    internal static readonly IReadOnlySet<string> BotScopes = new HashSet<string>
    {
        "commands", "chat:write", "reactions:read", "reactions:write", "users:read", "app_mentions:read", "channels:read",
        "groups:read", "channels:history", "groups:history", "im:history",
    };

    /// <summary>Emoji that the workspace made itself; those with an alias keep their own name.</summary>
    internal HashSet<string> EmojiUnguarded { get; } = [];

    internal OrderedDictionary<string, EmulatedMember> MembersUnguarded { get; } = [];

    internal OrderedDictionary<string, EmulatedChannel> ChannelsUnguarded { get; } = [];

    internal Dictionary<string, EmulatedView> ViewsUnguarded { get; } = [];

    internal Dictionary<string, EmulatedView> HomesUnguarded { get; } = [];

    internal (DateTimeOffset Ends, int Count) EventHour { get; set; }

    internal DateTimeOffset SaidLimited { get; set; }
}
