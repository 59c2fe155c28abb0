using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Client.Wire;

/// <summary>
/// Which guilds a shard's bot is in, and which of them are in an outage: all that is remembered of a guild, some 30 bytes. It
/// outlives sessions, so that what changed between two of them is noticed.
/// </summary>
internal sealed class GuildRoster
{
    private readonly Dictionary<ulong, State> guilds = [];

    private enum State : byte
    {
        /// <summary>Named by READY; its GUILD_CREATE is still to come.</summary>
        Expected,
        Available,
        Unavailable,
    }

    /// <summary>A new session begins with these guilds.</summary>
    /// <returns>Those that the bot was removed from while nobody listened.</returns>
    public IReadOnlyList<GuildLeft> Begin(IReadOnlyList<ulong> named)
    {
        List<GuildLeft>? left = null;
        if (guilds.Count > 0)
        {
            var still = named.ToHashSet();
            foreach (var guild in guilds.Keys)
                if (!still.Contains(guild))
                    (left ??= []).Add(new GuildLeft(guild));
            foreach (var gone in left ?? [])
                guilds.Remove(gone.Guild);
        }

        guilds.EnsureCapacity(named.Count);
        foreach (var guild in named)
            // An outage that began in the last session is still one.
            if (!guilds.TryGetValue(guild, out var state) || state == State.Available)
                guilds[guild] = State.Expected;
        return left ?? [];
    }

    /// <summary>GUILD_CREATE: at the start, after an outage, or on an invitation.</summary>
    public DiscordEvent? Create((ulong Guild, bool Unavailable) told)
    {
        var known = guilds.TryGetValue(told.Guild, out var state);
        if (told.Unavailable)
            return Lose(told.Guild, known && state == State.Unavailable);
        guilds[told.Guild] = State.Available;
        return new GuildAvailable(told.Guild, Joined: !known, WasUnavailable: known && state == State.Unavailable);
    }

    /// <summary>GUILD_DELETE: an outage, or the bot was removed.</summary>
    public DiscordEvent? Delete((ulong Guild, bool Unavailable) told)
    {
        if (told.Unavailable)
            return Lose(told.Guild, guilds.TryGetValue(told.Guild, out var state) && state == State.Unavailable);
        guilds.Remove(told.Guild);
        return new GuildLeft(told.Guild);
    }

    private GuildUnavailable? Lose(ulong guild, bool already)
    {
        guilds[guild] = State.Unavailable;
        return already ? null : new GuildUnavailable(guild);
    }
}
