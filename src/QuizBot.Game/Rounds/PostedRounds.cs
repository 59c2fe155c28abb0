using Microsoft.Extensions.Logging;
using NodaTime;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Grouping;
using QuizBot.Storage;
using QuizBot.Storage.Posting;

namespace QuizBot.Game.Rounds;

/// <summary>
/// Writes that rounds are open, and that they are furnished, in groups and without reading them again: ten thousand dailies
/// at 09:00 are ten thousand messages, but not as many commits.
/// </summary>
internal sealed class PostedRounds(Database database, PostingStore store, TimeProvider time, ILogger<PostedRounds> logger)
    : GroupQueue<Round, bool>(database, time, logger, mostInGroup: 500)
{
    private readonly Database _database = database;

    /// <summary>The message of a posting round is on its channel.</summary>
    /// <param name="round">As it was read or committed; opened by this.</param>
    /// <param name="messageId">The platform's id.</param>
    /// <param name="at">When it was posted.</param>
    /// <param name="cancellation">Gives up waiting for a place in the queue.</param>
    /// <returns>False where somebody else opened it or gave it up meanwhile.</returns>
    public Task<bool> OpenAsync(Round round, string messageId, Instant at, CancellationToken cancellation)
    {
        // The seconds of a quiz's round count from its post.
        round.Open(messageId, at, round.QuizId is null ? null : at + (round.Closes - round.Due));
        if (!FurnishRound.IsNeeded(round))
            round.Furnish(null);
        return WriteAsync(round, cancellation);
    }

    /// <summary>An open round's reactions stand, or its thread is open.</summary>
    public Task<bool> FurnishAsync(Round round, string? threadId, CancellationToken cancellation)
    {
        round.Furnish(threadId);
        return WriteAsync(round, cancellation);
    }

    protected override async Task<bool[]> WriteGroupAsync(IReadOnlyList<Round> group)
    {
        await using var transaction = await _database.WriteAsync(CancellationToken.None);
        var opened = await store.OpenAsync(transaction, group, CancellationToken.None);
        var furnished = await store.FurnishAsync(
            transaction, [.. group.Where(r => r.Furnished && !opened.Contains(r.Id))], CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return [.. group.Select(r => opened.Contains(r.Id) || furnished.Contains(r.Id))];
    }
}
