namespace QuizBot.Emulators.Discord.Rest;

/// <summary>Finds the route of a method and a path.</summary>
internal sealed class Router
{
    private readonly ILookup<int, Route> routes;

    public Router()
    {
        List<Route> all =
        [
            .. SelfRoutes.All, .. ChannelRoutes.All, .. MessageRoutes.All, .. ReactionRoutes.All, .. ThreadRoutes.All,
            .. GuildRoutes.All, .. CommandRoutes.All, .. CallbackRoutes.All, .. WebhookRoutes.All,
        ];
        // Routes that share a bucket are counted under the first of them.
        foreach (var route in all)
            route.BucketRoute = all.Find(one => one.BucketHash == route.BucketHash)!;
        routes = all.ToLookup(route => route.Segments.Length);
    }

    /// <returns>Null when nothing has that path; a path without that method is <paramref name="isKnownPath"/>.</returns>
    public Route? Find(string method, string[] path, out bool isKnownPath)
    {
        (Route? best, isKnownPath) = (null, false);
        foreach (var route in routes[path.Length])
        {
            if (!Fits(route.Segments, path))
                continue;
            isKnownPath = true;
            // Words go before parameters: @me is not an id.
            if (route.Method == method && (best is null || Words(route) > Words(best)))
                best = route;
        }
        return best;
    }

    public static Dictionary<string, string> Parameters(Route route, string[] path)
    {
        var parameters = new Dictionary<string, string>();
        for (var i = 0; i < path.Length; i++)
            if (route.Segments[i][0] == '{')
                parameters[route.Segments[i][1..^1]] = path[i];
        return parameters;
    }

    private static int Words(Route route) => route.Segments.Count(segment => segment[0] != '{');

    private static bool Fits(string[] segments, string[] path)
    {
        for (var i = 0; i < segments.Length; i++)
            if (segments[i][0] != '{' && segments[i] != path[i])
                return false;
        return true;
    }
}
