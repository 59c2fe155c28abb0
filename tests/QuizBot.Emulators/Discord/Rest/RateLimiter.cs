using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace QuizBot.Emulators.Discord.Rest;

/// <summary>Counts requests in their buckets, and says so in the headers.</summary>
internal sealed class RateLimiter(TimeProvider time, RateLimits limits)
{
    private static readonly TimeSpan BanWindow = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<(Route, string), Window> windows = [];
    private readonly Queue<DateTimeOffset> invalid = new();
    private Window global;

    public RateLimits Limits { get; set; } = limits;

    public bool IsBanned
    {
        get
        {
            lock (gate)
                return Limits.IsOn && Recent() >= Limits.Invalid;
        }
    }

    /// <summary>Answers of 401, 403 and 429 in the last ten minutes.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (gate)
                return Recent();
        }
    }

    public void CountInvalid()
    {
        lock (gate)
            invalid.Enqueue(time.GetUtcNow());
    }

    /// <returns>The refusal, or null when the request may pass.</returns>
    public Answer? Enter(Route route, string major, HttpResponse response)
    {
        if (!Limits.IsOn)
            return null;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!route.IsOutsideGlobal && global.Take(now, new(Limits.Global, TimeSpan.FromSeconds(1))) is { } wait)
            {
                response.Headers["X-RateLimit-Global"] = "true";
                return Refuse(response, wait, "global", isGlobal: true);
            }
            if (LimitOf(route.Bucket) is not { } limit)
                return null;
            ref var window = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(windows, (route.BucketRoute, major), out _);
            var refused = window.Take(now, limit);
            WriteHeaders(response, route, limit, window, now);
            return refused is { } left ? Refuse(response, left, "user", isGlobal: false) : null;
        }
    }

    private static Answer Refuse(HttpResponse response, TimeSpan wait, string scope, bool isGlobal)
    {
        response.Headers["X-RateLimit-Scope"] = scope;
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Answer.Limited(wait.TotalSeconds, isGlobal);
    }

    private static void WriteHeaders(HttpResponse response, Route route, RateLimit limit, in Window window, DateTimeOffset now)
    {
        var headers = response.Headers;
        headers["X-RateLimit-Bucket"] = route.BucketHash;
        headers["X-RateLimit-Limit"] = limit.Requests.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, limit.Requests - window.Used).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (window.Ends.ToUnixTimeMilliseconds() / 1000d).ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = (window.Ends - now).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
    }

    private RateLimit? LimitOf(BucketKind kind) => kind switch
    {
        BucketKind.None => null,
        BucketKind.Messages => Limits.Messages,
        BucketKind.Edits => Limits.Edits,
        BucketKind.Reactions => Limits.Reactions,
        BucketKind.Webhooks => Limits.Webhooks,
        BucketKind.Threads => Limits.Threads,
        BucketKind.Commands => Limits.Commands,
        BucketKind.Gateway => Limits.Gateway,
        _ => Limits.Others,
    };

    private int Recent()
    {
        var since = time.GetUtcNow() - BanWindow;
        while (invalid.TryPeek(out var first) && first < since)
            invalid.Dequeue();
        return invalid.Count;
    }

    public static string Hash(string route) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)))[..32];

    private record struct Window(DateTimeOffset Ends, int Used)
    {
        /// <returns>How long to wait; null when there was room.</returns>
        public TimeSpan? Take(DateTimeOffset now, RateLimit limit)
        {
            if (now >= Ends)
                (Ends, Used) = (now + limit.Window, 0);
            if (Used >= limit.Requests)
                return Ends - now;
            Used++;
            return null;
        }
    }
}
