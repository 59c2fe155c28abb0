namespace QuizBot.Discord.Client.Rest;

/// <summary>
/// Which call is next. Lanes of a higher priority come first; lanes of one priority take turns, so that a channel with much to
/// do holds up no other. Knows no clock and sends nothing; its owner locks.
/// </summary>
internal sealed class RestQueue
{
    /// <summary>More than that is not waited for: the caller hears how long it would be.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Calls that may wait in all, and in one lane.</summary>
    public const int Most = 32_768, MostOfLane = 512;

    private readonly Dictionary<(RestRoute Route, ulong Major), RestLane> lanes = [];
    private readonly Dictionary<(string Bucket, ulong Major), RateBucket> buckets = [];
    private readonly Dictionary<RestRoute, string> bucketNames = [];
    private readonly Queue<RestLane>[] ready = [new(), new(), new()];
    private readonly PriorityQueue<RestLane, TimeSpan> later = new();
    private int sweepAt = 1024;

    public GlobalPace Pace { get; } = new();

    /// <summary>Calls that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Lanes remembered.</summary>
    public int Lanes => lanes.Count;

    /// <summary>Adds a call at its lane's end.</summary>
    /// <returns>False if too many wait.</returns>
    public bool TryAdd(RestRequest request, TimeSpan now)
    {
        if (Count >= Most)
            return false;
        var lane = LaneOf(request, now);
        if (lane.Waiting.Count >= MostOfLane)
            return false;
        lane.Waiting.AddLast(request);
        Count++;
        Queue(lane);
        return true;
    }

    /// <summary>Puts a call that failed back at its lane's head.</summary>
    public void PutBack(RestRequest request, TimeSpan notBefore)
    {
        var lane = lanes[(request.Route, request.Major)];
        lane.NotBefore = notBefore;
        lane.IsUrgent = request.Route.Priority == RestPriority.Post;
        lane.Waiting.AddFirst(request);
        Count++;
        lane.IsBusy = false;
        Queue(lane);
    }

    /// <summary>Takes out a call that waits, since its caller gave up.</summary>
    public bool Remove(RestRequest request)
    {
        if (!lanes.TryGetValue((request.Route, request.Major), out var lane) || !lane.Waiting.Remove(request))
            return false;
        Count--;
        return true;
    }

    /// <summary>The next call to send, if one may be sent now.</summary>
    /// <param name="now">Now.</param>
    /// <param name="tooLong">Calls that would have to wait too long are put here, with the time.</param>
    /// <param name="wake">When to ask again; null for not before something is added or finished.</param>
    public RestRequest? Take(TimeSpan now, List<(RestRequest Request, TimeSpan Wait)> tooLong, out TimeSpan? wake)
    {
        while (later.TryPeek(out _, out var at) && at <= now)
            TurnOf(later.Peek()).Enqueue(later.Dequeue());
        var free = Pace.ReadyAt(now);
        if (Pace.BlockedUntil - now > LongestWait)
        {
            foreach (var request in Clear())
                tooLong.Add((request, Pace.BlockedUntil - now));
        }
        else if (free <= now)
        {
            foreach (var turn in ready)
                while (turn.TryDequeue(out var lane))
                {
                    lane.IsQueued = false;
                    if (Begin(lane, now, tooLong) is not { } request)
                        continue;
                    wake = null;
                    return request;
                }
        }

        wake = later.TryPeek(out _, out var due) ? due : null;
        if (free > now && ready.Any(r => r.Count > 0) && (wake is null || free < wake))
            wake = free == TimeSpan.MaxValue ? wake : free;
        return null;
    }

    /// <summary>A call came back; its lane goes on.</summary>
    public void Return(RestRequest request, in RateLimits limits, TimeSpan now)
    {
        var lane = lanes[(request.Route, request.Major)];
        lane.Bucket.Return();
        if (limits.Bucket is { } name)
        {
            bucketNames[request.Route] = name;
            if (buckets.TryGetValue((name, request.Major), out var shared))
                lane.Bucket = shared;
            else
                buckets[(name, request.Major)] = lane.Bucket;
        }

        lane.Bucket.Learn(limits, now);
        if (limits.RetryAfter is { } wait && !limits.Global)
            lane.Bucket.Block(now + wait);
    }

    /// <summary>A call is over.</summary>
    public void Finish(RestRequest request)
    {
        var lane = lanes[(request.Route, request.Major)];
        lane.IsBusy = false;
        Queue(lane);
    }

    /// <summary>Takes out all calls that wait.</summary>
    public IReadOnlyList<RestRequest> Clear()
    {
        var all = lanes.Values.SelectMany(l => l.Waiting).ToList();
        foreach (var lane in lanes.Values)
            lane.Waiting.Clear();
        Count = 0;
        return all;
    }

    private RestRequest? Begin(RestLane lane, TimeSpan now, List<(RestRequest, TimeSpan)> tooLong)
    {
        if (lane.Waiting.First is not { } first)
            return null;
        var at = lane.Bucket.ReadyAt(now);
        if (lane.NotBefore > at)
            at = lane.NotBefore;
        if (at - now > LongestWait)
        {
            Count -= lane.Waiting.Count;
            tooLong.AddRange(lane.Waiting.Select(r => (r, at - now)));
            lane.Waiting.Clear();
            return null;
        }

        if (at > now)
        {
            lane.IsQueued = true;
            later.Enqueue(lane, at);
            return null;
        }

        lane.Waiting.RemoveFirst();
        Count--;
        lane.IsBusy = true;
        lane.IsUrgent = false;
        lane.Bucket.Take();
        return first.Value;
    }

    private void Queue(RestLane lane)
    {
        if (lane.IsBusy || lane.IsQueued || lane.Waiting.Count == 0)
            return;
        lane.IsQueued = true;
        TurnOf(lane).Enqueue(lane);
    }

    private Queue<RestLane> TurnOf(RestLane lane) => ready[lane.IsUrgent ? 0 : (int)lane.Route.Priority];

    private RestLane LaneOf(RestRequest request, TimeSpan now)
    {
        var key = (request.Route, request.Major);
        if (lanes.TryGetValue(key, out var lane))
            return lane;
        if (lanes.Count >= sweepAt)
            Sweep(now);
        lane = new RestLane(request.Route, request.Major);
        if (bucketNames.TryGetValue(request.Route, out var name) && buckets.TryGetValue((name, request.Major), out var known))
            lane.Bucket = known;
        return lanes[key] = lane;
    }

    /// <summary>Forgets lanes that have nothing to do and whose limit has run out, when there are twice as many as last time.</summary>
    private void Sweep(TimeSpan now)
    {
        foreach (var (key, lane) in lanes)
            if (lane is { IsBusy: false, IsQueued: false, Waiting.Count: 0 } && lane.NotBefore <= now && lane.Bucket.IsIdle(now))
                lanes.Remove(key);
        var kept = lanes.Values.Select(l => l.Bucket).ToHashSet();
        foreach (var (key, bucket) in buckets)
            if (!kept.Contains(bucket))
                buckets.Remove(key);
        sweepAt = Math.Max(1024, lanes.Count * 2);
    }
}
