namespace QuizBot.Discord.Client.Gateway;

/// <summary>Addresses of the gateway, which come from outside and get the token: they are looked at first.</summary>
internal static class GatewayUrl
{
    private const string Query = "?v=10&encoding=json&compress=zlib-stream";

    /// <summary>The address to connect to, if it leads to Discord, or to this machine where the API is there too; else null.</summary>
    public static Uri? From(string text, Uri api) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (IsDiscord(url) || IsLocal(url, api))
            ? new UriBuilder(url) { Query = Query, Fragment = "" }.Uri
            : null;

    private static bool IsDiscord(Uri url) =>
        url.Scheme == Uri.UriSchemeWss && url.IdnHost.EndsWith(".discord.gg", StringComparison.OrdinalIgnoreCase);

    private static bool IsLocal(Uri url, Uri api) =>
        url.Scheme is "ws" or "wss" && api.IsLoopback && url.IsLoopback && string.Equals(url.Host, api.Host, StringComparison.OrdinalIgnoreCase);
}
