namespace QuizBot.Emulators.Slack.Api;

internal static class ScopeExtensions
{
    public static void Require(this IReadOnlySet<string> provided, string scope)
    {
        if (!provided.Contains(scope))
            throw ApiCall.MissingScope(scope, provided);
    }
}
