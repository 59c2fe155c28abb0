using QuizBot.Slack.Seam;

namespace QuizBot.Slack.Client;

/// <summary>Which failures no repeat will mend, and what the operator has to do about them.</summary>
internal static class Refusals
{
    /// <summary>One line for the operator; null where it may go better later.</summary>
    /// <param name="failure">What Slack said.</param>
    /// <param name="section">Where the settings stand.</param>
    public static string? OfBotToken(SlackFailure failure, string section) => Of(failure, $"{section}:BotToken", "bot token, which begins with xoxb-", "OAuth & Permissions");

    /// <inheritdoc cref="OfBotToken"/>
    public static string? OfAppToken(SlackFailure failure, string section) => failure.Error == "missing_scope"
        ? $"{section}:AppToken lacks the scope connections:write. Make an app-level token with it on the app's page Basic Information."
        : Of(failure, $"{section}:AppToken", "app-level token, which begins with xapp-", "Basic Information");

    private static string? Of(SlackFailure failure, string setting, string kind, string page) => failure.Error switch
    {
        "invalid_auth" or "not_authed" => $"Slack does not know {setting} ({failure.Error}). Copy it again from the app's page {page}.",
        "account_inactive" or "token_revoked" or "token_expired" =>
            $"{setting} is no longer good ({failure.Error}). Install the app in the workspace again and copy the new token from its page {page}.",
        "not_allowed_token_type" => $"{setting} is another kind of token. Give the {kind}, from the app's page {page}.",
        _ => null,
    };
}
