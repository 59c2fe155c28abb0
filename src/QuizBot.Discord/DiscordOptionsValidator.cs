using Microsoft.Extensions.Options;
using QuizBot.Discord.Client;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord;

internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DiscordOptions options)
    {
        if (DiscordToken.Problem(options.Token) is { } token)
            yield return token;
        else if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url))
            yield return $"Discord:ApiBaseUrl must be an address such as {DiscordOptions.DefaultApiBaseUrl}, and is '{options.ApiBaseUrl}'.";
        else if (new DiscordClientOptions(new DiscordToken(options.Token)) { ApiBaseUrl = url }.Problem() is { } address)
            yield return address;
        if (options.Shards is { } shards && ShardRange.Parse(shards) is null)
            yield return $"Discord:Shards must be such as 0-3/8 (the shards 0 to 3 of 8) or 2/8, and is '{shards}'.";
        foreach (var guild in options.MentionRoles.Keys.Where(g => !Snowflake.TryParse(g, out _)))
            yield return $"Discord:MentionRoles has '{guild}', which is no server's id: a number such as 81384788765712384. In Discord, switch developer mode on, then right-click the server.";
    }
}
