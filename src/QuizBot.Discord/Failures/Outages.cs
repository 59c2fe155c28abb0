using System.Collections.Concurrent;

namespace QuizBot.Discord.Failures;

/// <summary>The guilds that are in an outage now: what Discord says of them then, it takes back later.</summary>
internal sealed class Outages
{
    private readonly ConcurrentDictionary<ulong, bool> _guilds = new();

    public bool Has(ulong guild) => _guilds.ContainsKey(guild);

    public void Began(ulong guild) => _guilds[guild] = true;

    public void Ended(ulong guild) => _guilds.TryRemove(guild, out _);
}
