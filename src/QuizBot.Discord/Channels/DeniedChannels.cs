using System.Collections.Concurrent;

namespace QuizBot.Discord.Channels;

/// <summary>
/// Channels that lately refused something: asking again for each member would only count against the bot, for Discord bans those
/// who are refused too often. After a while it is tried anew, as the permission may have been given.
/// </summary>
internal sealed class DeniedChannels(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<ulong, long> _channels = new();

    public bool Has(ulong channel) => _channels.TryGetValue(channel, out var since) && time.GetElapsedTime(since) < While;

    public void Add(ulong channel)
    {
        if (_channels.Count >= Most)
            _channels.Clear();
        _channels[channel] = time.GetTimestamp();
    }
}
