namespace QuizBot.Discord.Client;

/// <summary>The shards of one process, when several share them.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="Count">How many, from 1.</param>
/// <param name="Total">How many there are in all processes; the same in each.</param>
public sealed record ShardRange(int First, int Count, int Total)
{
    /// <summary>Whether there can be such shards.</summary>
    public bool IsValid => First >= 0 && Count >= 1 && Total >= 1 && First <= Total - Count;
}
