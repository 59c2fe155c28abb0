namespace QuizBot.Emulators.Discord.World;

/// <summary>Ids that carry their time, as Discord's do; each is greater than the last of its kind.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    public const long Epoch = 1_420_070_400_000;

    /// <summary>A clock set before Discord was founded still gets plausible ids.</summary>
    private const long Earliest = 40_000_000_000;

    private readonly Lock gate = new();
    private ulong last;
    private ulong lastGuild = 20_000_000_000UL << 22;

    public ulong Next()
    {
        lock (gate)
        {
            var now = (ulong)Math.Max(Earliest, time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
            return last = Math.Max(last + 1, now);
        }
    }

    /// <summary>Guilds are a millisecond apart, so that they spread over the shards.</summary>
    public ulong NextGuild()
    {
        lock (gate)
            return lastGuild += 1UL << 22;
    }
}
