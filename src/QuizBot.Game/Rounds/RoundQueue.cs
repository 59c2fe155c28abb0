using Microsoft.Extensions.Logging;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Grouping;
using QuizBot.Storage;

namespace QuizBot.Game.Rounds;

/// <summary>Writes changes of rounds in groups: ten thousand dailies at 09:00 are ten thousand messages, but not as many commits.</summary>
internal sealed class RoundQueue(Database database, TimeProvider time, ILogger<RoundQueue> logger)
    : GroupQueue<RoundChange, Round?>(database, time, logger, mostInGroup: 500)
{
    private readonly Database _database = database;

    /// <summary>Changes a round.</summary>
    /// <returns>The round as it stands after it; null where there is none or it was not as expected.</returns>
    public Task<Round?> ChangeAsync(long roundId, Func<Round, bool> apply, CancellationToken cancellation) =>
        WriteAsync(new RoundChange(roundId, apply), cancellation);

    protected override async Task<Round?[]> WriteGroupAsync(IReadOnlyList<RoundChange> group)
    {
        await using var transaction = await _database.WriteAsync(CancellationToken.None);
        var rounds = await transaction.TakeRoundsAsync([.. group.Select(c => c.RoundId).Distinct().Order()], CancellationToken.None);
        var results = group
            .Select(change => rounds.TryGetValue(change.RoundId, out var round) && change.Apply(round) ? round : null)
            .ToArray();
        await transaction.CommitAsync(CancellationToken.None);
        return results;
    }
}
