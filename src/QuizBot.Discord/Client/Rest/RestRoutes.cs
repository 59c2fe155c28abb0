namespace QuizBot.Discord.Client.Rest;

/// <summary>Every kind of call that is made.</summary>
internal static class RestRoutes
{
    /// <summary>A post without a nonce, which a repeat would double.</summary>
    public static readonly RestRoute PostOnce = new("post", HttpMethod.Post, RestPriority.Post, repeatable: false);

    /// <summary>A post with a nonce that Discord enforces for some minutes.</summary>
    public static readonly RestRoute Post = new("post", HttpMethod.Post, RestPriority.Post, repeatable: true);

    public static readonly RestRoute Edit = new("edit", HttpMethod.Patch, RestPriority.Post, repeatable: true);

    public static readonly RestRoute ListMessages = new("list messages", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute AddReaction = new("add reaction", HttpMethod.Put, RestPriority.Background, repeatable: true);

    public static readonly RestRoute RemoveReaction = new("remove reaction", HttpMethod.Delete, RestPriority.Background, repeatable: true);

    public static readonly RestRoute ListReactions = new("list reactions", HttpMethod.Get, RestPriority.Background, repeatable: true);

    /// <summary>A second thread below one message is refused, so that a repeat is harmless.</summary>
    public static readonly RestRoute StartThread = new("start thread", HttpMethod.Post, RestPriority.Post, repeatable: true);

    public static readonly RestRoute OpenDirectMessages = new("open direct messages", HttpMethod.Post, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Channel = new("channel", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Guild = new("guild", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute GuildChannels = new("guild channels", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Member = new("member", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute ListCommands = new("list commands", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute SetCommands = new("set commands", HttpMethod.Put, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Me = new("own user", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Application = new("own application", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Gateway = new("gateway", HttpMethod.Get, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute Callback = new("interaction callback", HttpMethod.Post, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute EditAnswer = new("edit interaction answer", HttpMethod.Patch, RestPriority.Lookup, repeatable: true);

    public static readonly RestRoute FollowUp = new("interaction follow-up", HttpMethod.Post, RestPriority.Lookup, repeatable: false);
}
