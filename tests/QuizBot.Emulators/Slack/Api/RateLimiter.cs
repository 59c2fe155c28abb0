using System.Runtime.InteropServices;

namespace QuizBot.Emulators.Slack.Api;

/// <summary>Counts calls in buckets that fill again evenly.</summary>
internal sealed class RateLimiter(TimeProvider time, SlackRateLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> buckets = [];

    public SlackRateLimits Limits { get; set; } = limits;

    /// <returns>How long to wait; null when the call may pass.</returns>
    public TimeSpan? Enter(RateTier tier, string method, string workspace, string? channel)
    {
        var limits = Limits;
        if (!limits.IsOn)
            return null;
        lock (gate)
            return tier switch
            {
                RateTier.Posts => Take($"{workspace} {channel}", limits.PostsPerChannel, $"{workspace} posts", limits.PostsPerWorkspace),
                RateTier.Tier1 => Take($"{workspace} {method}", limits.Tier1),
                RateTier.Tier2 => Take($"{workspace} {method}", limits.Tier2),
                RateTier.Tier3 => Take($"{workspace} {method}", limits.Tier3),
                RateTier.Tier4 => Take($"{workspace} {method}", limits.Tier4),
                _ => Take($"{workspace} {method}", limits.Special),
            };
    }

    private TimeSpan? Take(string key, RateLimit limit, string? otherKey = null, RateLimit? other = null)
    {
        var now = time.GetUtcNow();
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, key, out var known);
        first = first.At(now, limit, known);
        var wait = first.Wait(limit);
        if (wait is not null || other is null)
        {
            if (wait is null)
                first = first with { Tokens = first.Tokens - 1 };
            return wait;
        }
        var mine = first;
        ref var second = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, otherKey!, out known);
        second = second.At(now, other, known);
        wait = second.Wait(other);
        if (wait is null)
        {
            second = second with { Tokens = second.Tokens - 1 };
            buckets[key] = mine with { Tokens = mine.Tokens - 1 };
        }
        return wait;
    }

    private readonly record struct Bucket(double Tokens, DateTimeOffset Seen)
    {
        public Bucket At(DateTimeOffset now, RateLimit limit, bool known) => known
            ? new(Math.Min(limit.Burst, Tokens + (now - Seen) / limit.Window * limit.Calls), now)
            : new(limit.Burst, now);

        // A hair less than one whole call is one: the sum of many small gains is not exact.
        public TimeSpan? Wait(RateLimit limit) => Tokens >= 1 - 1e-6 ? null : (1 - Tokens) * limit.Window / limit.Calls;
    }
}
