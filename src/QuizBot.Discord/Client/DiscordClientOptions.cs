namespace QuizBot.Discord.Client;

/// <summary>What the client must know.</summary>
/// <param name="Token">The bot's token.</param>
public sealed record DiscordClientOptions(DiscordToken Token)
{
    /// <summary>Discord's own API.</summary>
    public static readonly Uri DiscordApi = new("https://discord.com/api/v10");

    /// <summary>Where the API is, version included. Anything but Discord's own must be https, or on this machine.</summary>
    public Uri ApiBaseUrl { get; init; } = DiscordApi;

    /// <summary>The shards of this process; null for all that Discord advises.</summary>
    public ShardRange? Shards { get; init; }

    /// <summary>What is wrong, in one line with the remedy; null if nothing.</summary>
    public string? Problem()
    {
        if (!ApiBaseUrl.IsAbsoluteUri || !(ApiBaseUrl.Scheme == Uri.UriSchemeHttps || (ApiBaseUrl.Scheme == Uri.UriSchemeHttp && ApiBaseUrl.IsLoopback)))
            return "Discord:ApiBaseUrl is not an https address, nor one on this machine. Leave it out to use Discord's own.";
        if (ApiBaseUrl.UserInfo.Length > 0 || ApiBaseUrl.Query.Length > 0 || ApiBaseUrl.Fragment.Length > 0)
            return "Discord:ApiBaseUrl must be an address without credentials, query or fragment, such as https://discord.com/api/v10.";
        return Shards is { } range && (range.First < 0 || range.Last < range.First || range.Count <= range.Last)
            ? "Discord:Shards must be such as 0-3/8 (the shards 0 to 3 of 8) or 2/8."
            : null;
    }
}
