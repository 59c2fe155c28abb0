namespace QuizBot.Emulators.Discord.Rest;

/// <summary>A method and a template of Discord's description, and who answers.</summary>
internal sealed class Route
{
    public Route(string method, string template, BucketKind bucket, Func<RestCall, Answer> handle)
    {
        Method = method;
        Template = template;
        Segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Bucket = bucket;
        Handle = handle;
        // Adding and removing a reaction count together, and so do the answers to one interaction.
        BucketHash = RateLimiter.Hash(bucket is BucketKind.Reactions or BucketKind.Webhooks ? bucket.ToString() : method + template);
        BucketRoute = this;
    }

    public string Method { get; }

    public string Template { get; }

    public string[] Segments { get; }

    public BucketKind Bucket { get; }

    public string BucketHash { get; }

    /// <summary>The route under whose name the bucket is kept.</summary>
    public Route BucketRoute { get; set; }

    public Func<RestCall, Answer> Handle { get; }

    /// <summary>The token in the path is the permission.</summary>
    public bool NeedsNoAuthorization { get; init; }

    public bool IsOutsideGlobal => NeedsNoAuthorization;
}
