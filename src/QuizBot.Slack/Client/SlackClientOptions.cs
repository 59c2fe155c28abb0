namespace QuizBot.Slack.Client;

/// <summary>What the client must know of one workspace.</summary>
/// <param name="BotToken">The bot's token, <c>xoxb-…</c>.</param>
internal sealed record SlackClientOptions(string BotToken)
{
    /// <summary>Slack's own API.</summary>
    public static readonly Uri SlackApi = new("https://slack.com/api/");

    /// <summary>The app-level token, <c>xapp-…</c>, for Socket Mode; null for HTTP.</summary>
    public string? AppToken { get; init; }

    /// <summary>What Slack signs its requests with, for HTTP; not needed in Socket Mode.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>Where the API is. Anything but Slack's own must be https, or on this machine.</summary>
    public Uri ApiBaseUrl { get; init; } = SlackApi;

    /// <summary>
    /// Connections of Socket Mode at once, 1 to 10. With two, one that breaks leaves no gap. While they are renewed there are up to
    /// twice as many for some seconds; where Slack allows no more than 10 those beyond wait for the old ones to go.
    /// </summary>
    public int Connections { get; init; } = 2;

    /// <summary>Where these settings stand, for messages to the operator.</summary>
    public string Section { get; init; } = "Slack";

    /// <summary>How long things of the socket may take.</summary>
    public Socket.SocketTimes Times { get; init; } = new();

    /// <summary>What is wrong, in one line with the remedy; null if nothing.</summary>
    public string? Problem()
    {
        if (TokenProblem("BotToken", BotToken, "xoxb-", "OAuth & Permissions") is { } bot)
            return bot;
        if (AppToken is not null && TokenProblem("AppToken", AppToken, "xapp-", "Basic Information") is { } app)
            return app;
        if (AppToken is null && string.IsNullOrWhiteSpace(SigningSecret))
            return $"{Section}:AppToken and {Section}:SigningSecret are both empty. Give the app-level token for Socket Mode, or the signing secret for HTTP; both are on the app's page Basic Information.";
        if (!ApiBaseUrl.IsAbsoluteUri || !(ApiBaseUrl.Scheme == Uri.UriSchemeHttps || (ApiBaseUrl.Scheme == Uri.UriSchemeHttp && ApiBaseUrl.IsLoopback)))
            return $"{Section}:ApiBaseUrl is not an https address, nor one on this machine. Leave it out to use Slack's own.";
        if (ApiBaseUrl.UserInfo.Length > 0 || ApiBaseUrl.Query.Length > 0 || ApiBaseUrl.Fragment.Length > 0)
            return $"{Section}:ApiBaseUrl must be an address without credentials, query or fragment, such as https://slack.com/api/.";
        return Connections is < 1 or > 10 ? $"{Section}: Slack allows 1 to 10 connections, not {Connections}." : null;
    }

    /// <summary>Keeps the secrets out of logs.</summary>
    public override string ToString() => $"{Section} at {ApiBaseUrl}, {(AppToken is null ? "HTTP" : $"{Connections} connections")}";

    private string? TokenProblem(string setting, string token, string prefix, string page)
    {
        if (!token.StartsWith(prefix, StringComparison.Ordinal))
            return $"{Section}:{setting} does not begin with {prefix}. Copy it from the app's page {page}.";
        return token.All(c => c is > ' ' and <= '~')
            ? null
            : $"{Section}:{setting} holds a space, a line break or another character that no token has. Give the token alone.";
    }
}
