using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Places;
using QuizBot.Storage;

namespace QuizBot.Game.Rounds;

/// <summary>Finds the round of a message. Rounds found are remembered while open; what is no round is asked of the database each time, since it may become one.</summary>
internal sealed class ActiveRounds(Database database)
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<MessageRef, ActiveRound> _open = new();
    private readonly ConcurrentDictionary<ChannelRef, Task> _posting = new();

    /// <summary>The open round of the message, or null.</summary>
    public async ValueTask<ActiveRound?> FindAsync(MessageRef message, CancellationToken cancellation)
    {
        if (_open.TryGetValue(message, out var known))
            return known;
        // A member can be faster than the commit that notes the message's id.
        if (_posting.TryGetValue(message.Channel, out var posting))
            await posting.WaitAsync(cancellation);
        await using var db = await database.ReadAsync(cancellation);
        var place = await db.FindPlaceAsync(message.Channel, cancellation);
        if (place is null)
            return null;
        var round = await db.Rounds.SingleOrDefaultAsync(
            r => r.ChannelId == place.ChannelId && r.MessageId == message.Id, cancellation);
        return round is { Status: RoundStatus.Open } ? Remember(round, place) : null;
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

    /// <summary>Notes that a message is on its way to the channel until <paramref name="posted"/> completes.</summary>
    public void Expect(ChannelRef channel, Task posted)
    {
        _posting.AddOrUpdate(channel, posted, (_, other) => Task.WhenAll(other, posted));
        posted.ContinueWith(
            _ => Unexpect(channel), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Unexpect(ChannelRef channel)
    {
        if (_posting.TryGetValue(channel, out var task) && task.IsCompleted)
            _posting.TryRemove(new KeyValuePair<ChannelRef, Task>(channel, task));
    }
}
