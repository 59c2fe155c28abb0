using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Events;

/// <summary>
/// Tells that events may have been missed. That reads the reactions of every open round, so for one and the same place it runs
/// once at a time: what comes meanwhile makes it run once more.
/// </summary>
internal sealed class Restorations(IChatEvents events, InFlight work)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, bool> _again = [];

    /// <summary>In some guilds, or all; <paramref name="place"/> names them.</summary>
    public void Begin(string place, IReadOnlyList<ulong>? guilds)
    {
        lock (_gate)
        {
            if (!_again.TryAdd(place, false))
            {
                _again[place] = true;
                return;
            }
        }

        work.Begin("reconciling after a gap", token => RunAsync(place, guilds, token));
    }

    private async Task RunAsync(string place, IReadOnlyList<ulong>? guilds, CancellationToken cancellation)
    {
        var restored = new ConnectionRestored("", DiscordIds.Platform, guilds is null ? null : [.. guilds.Select(Snowflake.Text)]);
        try
        {
            do
            {
                await events.HandleAsync(restored, cancellation);
            }
            while (IsWantedAgain(place));
        }
        catch
        {
            lock (_gate)
                _again.Remove(place);
            throw;
        }
    }

    private bool IsWantedAgain(string place)
    {
        lock (_gate)
        {
            if (!_again[place])
                return !_again.Remove(place);
            _again[place] = false;
            return true;
        }
    }
}
