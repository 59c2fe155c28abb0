using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Places;
using QuizBot.Storage;

namespace QuizBot.Game.Rounds;

/// <summary>Finds the round of a message. Rounds found are remembered while open; what is no round is asked of the database each time, since it may become one.</summary>
internal sealed class ActiveRounds(Database database, TimeProvider time)
{
    private const int Most = 50_000;

    // Members can be faster than the commit that notes a message's id. Nobody is kept waiting longer than this for it: platforms give 3 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    // Another host says nothing when it has posted.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.25);

    private readonly ConcurrentDictionary<MessageRef, ActiveRound> _open = new();
    private readonly Dictionary<ChannelRef, Arrival[]> _arrivals = [];

    /// <summary>The open round of the message.</summary>
    public async ValueTask<FoundRound> FindAsync(MessageRef message, CancellationToken cancellation)
    {
        if (_open.TryGetValue(message, out var known))
            return new FoundRound(known, false);
        var started = time.GetTimestamp();
        while (true)
        {
            // Asked before the database is: what ends in between has committed by then.
            var arrivals = Arrivals(message.Channel);
            var (isRound, round, mayArrive) = await ReadAsync(message, cancellation);
            if (isRound || !(mayArrive || arrivals.Length > 0))
                return new FoundRound(round, false);
            var left = Patience - time.GetElapsedTime(started);
            if (left > TimeSpan.Zero)
            {
                await WaitAsync(arrivals, left < Look ? left : Look, cancellation);
                continue;
            }

            // Either the arrival ends after this and sees it, or it has ended and is found.
            Array.ForEach(arrivals, a => a.HearOf());
            if (!Array.Exists(arrivals, a => a.Over.IsCompleted))
                return new FoundRound(null, true);
        }
    }

    public ActiveRound Remember(Round round, Place place)
    {
        if (_open.Count >= Most)
            _open.Clear();
        var active = new ActiveRound(
            round.Id, place, round.MessageId!, round.Question.Kind, round.Choices, round.Ways, round.QuizId, round.Closes, round);
        return _open[new MessageRef(place.Channel, active.MessageId)] = active;
    }

    public void Forget(ChannelRef channel, string? messageId)
    {
        if (messageId is not null)
            _open.TryRemove(new MessageRef(channel, messageId), out _);
    }

    /// <summary>Notes that a message is on its way to the channel, until <see cref="End"/>.</summary>
    public Arrival Expect(ChannelRef channel)
    {
        var arrival = new Arrival();
        lock (_arrivals)
            _arrivals[channel] = [.. _arrivals.GetValueOrDefault(channel, []), arrival];
        return arrival;
    }

    public void End(ChannelRef channel, Arrival arrival)
    {
        lock (_arrivals)
        {
            var others = Array.FindAll(_arrivals[channel], a => a != arrival);
            if (others.Length > 0)
                _arrivals[channel] = others;
            else
                _arrivals.Remove(channel);
        }

        arrival.End();
    }

    private Arrival[] Arrivals(ChannelRef channel)
    {
        lock (_arrivals)
            return _arrivals.GetValueOrDefault(channel, []);
    }

    private async Task WaitAsync(Arrival[] arrivals, TimeSpan longest, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny([Task.Delay(longest, time, enough.Token), .. arrivals.Select(a => a.Over)]);
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task<(bool IsRound, ActiveRound? Open, bool MayArrive)> ReadAsync(MessageRef message, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        if (await db.FindPlaceAsync(message.Channel, cancellation) is not { } place)
            return default;
        var round = await db.Rounds.SingleOrDefaultAsync(
            r => r.ChannelId == place.ChannelId && r.MessageId == message.Id, cancellation);
        if (round is not null)
            return (true, round.Status == RoundStatus.Open ? Remember(round, place) : null, false);
        // What is still to be posted is always outstanding, and few are.
        return (false, null, await db.Rounds.AnyAsync(
            r => r.RetryAt != null && r.Status == RoundStatus.Posting && r.ChannelId == place.ChannelId, cancellation));
    }
}
