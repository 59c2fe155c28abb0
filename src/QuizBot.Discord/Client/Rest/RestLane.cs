namespace QuizBot.Discord.Client.Rest;

/// <summary>
/// The calls of one kind for one channel or guild, in their order. One is under way at a time: the answer to each says whether
/// the next may follow, and reactions appear in the order in which they were asked for.
/// </summary>
internal sealed class RestLane(RestRoute route, ulong major)
{
    public RestRoute Route { get; } = route;

    public ulong Major { get; } = major;

    public LinkedList<RestRequest> Waiting { get; } = [];

    /// <summary>Its own until Discord has named one, which other lanes may share.</summary>
    public RateBucket Bucket { get; set; } = new();

    /// <summary>Nothing is sent before; a failed call is tried again then.</summary>
    public TimeSpan NotBefore { get; set; }

    /// <summary>Its first call is tried again, and must not wait until a repeat is no longer harmless.</summary>
    public bool IsUrgent { get; set; }

    /// <summary>One of its calls is under way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>It stands in a queue.</summary>
    public bool IsQueued { get; set; }
}
