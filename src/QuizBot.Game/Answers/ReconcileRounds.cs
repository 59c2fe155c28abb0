using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Game.Rounds;
using QuizBot.Storage;
using QuizBot.Storage.Answers;

namespace QuizBot.Game.Answers;

/// <summary>Brings the answers of open rounds in line with the reactions that are really on their messages, after events may have been missed.</summary>
internal sealed partial class ReconcileRounds(
    Database database, ActiveRounds rounds, AnswerQueue queue, RoundQueue changes, PlatformSet platforms, DeadlineSignal deadlines,
    TimeProvider time, ILogger<ReconcileRounds> logger)
{
    private const int AtOnce = 4;
    private static readonly Duration Pause = Duration.FromSeconds(30);

    /// <summary>Reconciles every open round of a platform.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="workspaces">Its workspaces concerned, or null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RunAsync(string platform, IReadOnlyList<string>? workspaces, CancellationToken cancellation)
    {
        List<long> open;
        await using (var db = await database.ReadAsync(cancellation))
        {
            open = await (
                from r in db.Rounds
                join c in db.Channels on r.ChannelId equals c.Id
                join w in db.Workspaces on c.WorkspaceId equals w.Id
                where r.Status == RoundStatus.Open && w.Platform == platform && (workspaces == null || workspaces.Contains(w.ExternalId))
                select r.Id).ToListAsync(cancellation);
        }

        await Parallel.ForEachAsync(
            open, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (id, token) => await OneOfManyAsync(id, token));
    }

    // One round that faults must not cost the others their answers.
    private async Task OneOfManyAsync(long roundId, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(roundId, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Faulted(fault, roundId);
            await AgainAsync(roundId, Pause, cancellation);
        }
    }

    /// <summary>Reconciles one round, if it is open and takes reactions. What cannot be read now is read later.</summary>
    /// <returns>False where it could not be read now.</returns>
    public async Task<bool> RunAsync(long roundId, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        if (await db.Rounds.SingleOrDefaultAsync(r => r.Id == roundId, cancellation) is not { Status: RoundStatus.Open } round
            || !round.Ways.HasFlag(AnswerWays.Reactions) || round.Choices.Count == 0)
            return true;
        var place = await db.PlaceOfAsync(round.ChannelId, cancellation);
        if (platforms.Find(place.Channel.Platform) is not { } platform)
            return false;

        // Marks that arrive while the message is being read are later than this, and left alone.
        var order = time.Now().Microseconds();
        var emoji = Emoji.Numbers(round.Choices.Count);
        var listed = await platform.ListReactionsAsync(new MessageRef(place.Channel, round.MessageId!), emoji, cancellation);
        if (!listed.IsDone)
        {
            NotRead(round.Id, listed.Failure.Kind, listed.Failure.Detail);
            if (!listed.Failure.IsFinal)
                await AgainAsync(round.Id, listed.Failure.RetryAfter is { } advice ? Duration.FromTimeSpan(advice) : Pause, cancellation);
            return false;
        }

        var standing = listed.Value!.Where(s => !s.Member.IsBot)
            .GroupBy(s => s.Member.Id)
            .ToDictionary(g => g.Key, g => (Name: PlainText.Name(g.First().Member.Name), Choices: Choices(g)));
        var known = await (
            from a in db.Answers
            join m in db.Members on a.MemberId equals m.Id
            where a.RoundId == roundId
            select new { m.ExternalId, m.Name }).ToListAsync(cancellation);
        foreach (var member in known.Where(k => !standing.ContainsKey(k.ExternalId)))
            standing[member.ExternalId] = (member.Name, new HashSet<int>());

        // A reaction stands on when its member has left.
        await Task.WhenAll(standing.Select(s => queue.WriteAsync(
            new AnswerChange(round.Id, place.WorkspaceId, s.Key, s.Value.Name, a => a.Reconcile(s.Value.Choices, order)) { IsHearsay = true }, cancellation)));
        rounds.Remember(round, place);
        return true;
    }

    private async Task AgainAsync(long roundId, Duration pause, CancellationToken cancellation)
    {
        var at = time.Now() + pause;
        await changes.ChangeAsync(roundId, r => DoAgain(r, at), cancellation);
        deadlines.Changed();
    }

    private static bool DoAgain(Round round, Instant at)
    {
        if (round.Status != RoundStatus.Open)
            return false;
        round.DoAgainAt(at);
        return true;
    }

    private static HashSet<int> Choices(IEnumerable<StandingReaction> reactions) =>
        [.. reactions.Select(r => Emoji.Choice(r.Emoji)).OfType<int>()];

    [LoggerMessage(Level = LogLevel.Error, Message = "Reconciling round {Round} faulted")]
    private partial void Faulted(Exception fault, long round);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reactions of round {Round} could not be read: {Kind}, {Detail}")]
    private partial void NotRead(long round, ChatFailureKind kind, string detail);
}
