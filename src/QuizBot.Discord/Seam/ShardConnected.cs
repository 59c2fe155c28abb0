namespace QuizBot.Discord.Seam;

/// <summary>A shard is heard (again).</summary>
/// <param name="Shard">Its number, from 0.</param>
/// <param name="Shards">How many there are in all.</param>
/// <param name="Resumed">True where Discord replayed what was missed; false after a fresh identify, when events may be missing.</param>
public sealed record ShardConnected(int Shard, int Shards, bool Resumed) : DiscordEvent
{
    /// <summary>After a fresh identify, the guilds that Discord named (READY); null where it is not known.</summary>
    public IReadOnlyList<ulong>? Guilds { get; init; }

    /// <summary>Whether a guild is this shard's.</summary>
    public bool Holds(ulong guild) => (int)((guild >> 22) % (ulong)Shards) == Shard;
}
