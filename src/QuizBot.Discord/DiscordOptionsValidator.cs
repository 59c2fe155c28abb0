using Microsoft.Extensions.Options;
using QuizBot.Discord.Ids;

namespace QuizBot.Discord;

internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // The token itself is in none of these lines.
    private static IEnumerable<string> Faults(DiscordOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token))
            yield return "Discord:Token is empty. Copy the bot's token from https://discord.com/developers/applications, page Bot.";
        else if (!IsToken(options.Token))
            yield return "Discord:Token is no bot token: it has blanks, line breaks or other characters that no token has. Copy it anew, without \"Bot \" before it.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query.Length > 0)
            yield return $"Discord:ApiBaseUrl must be an address such as {DiscordOptions.DefaultApiBaseUrl}, and is '{options.ApiBaseUrl}'.";
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
            yield return $"Discord:ApiBaseUrl must be https anywhere but on this machine, for the token is sent to it; it is '{options.ApiBaseUrl}'.";
        if (options.Shards is { } shards && ShardRange.Parse(shards) is null)
            yield return $"Discord:Shards must be such as 0-3/8 (the shards 0 to 3 of 8) or 2/8, and is '{shards}'.";
        foreach (var guild in options.MentionRoles.Keys.Where(g => !Snowflake.TryParse(g, out _)))
            yield return $"Discord:MentionRoles has '{guild}', which is no server's id: a number such as 81384788765712384. In Discord, switch developer mode on, then right-click the server.";
    }

    // Three parts of base64url, of which the form has changed over the years: only what could be no token is refused.
    private static bool IsToken(string token) => token.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
