using Microsoft.EntityFrameworkCore;
using NodaTime;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Game.GameOptions;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Game.Quizzes;
using QuizBot.Game.Rounds;
using QuizBot.Storage;

namespace QuizBot.Game.Deadlines;

/// <summary>Does what the database says is due: closes rounds, resumes what is outstanding, takes quizzes a step further.</summary>
public sealed class DoDueWork
{
    private const int BatchSize = 1_000;
    private readonly Database _database;
    private readonly PlatformSet _platforms;
    private readonly Lanes _lanes;
    private readonly PostRound _post;
    private readonly CloseRound _close;
    private readonly AdvanceQuiz _advance;
    private readonly TimeProvider _time;

    internal DoDueWork(
        Database database, PlatformSet platforms, Lanes lanes, PostRound post, CloseRound close, AdvanceQuiz advance, TimeProvider time) =>
        (_database, _platforms, _lanes, _post, _close, _advance, _time) = (database, platforms, lanes, post, close, advance, time);

    /// <summary>Begins all that is due now on the platforms that are switched on.</summary>
    /// <returns>A task that completes when what was begun is done; it never fails.</returns>
    public async Task<Task> BeginAsync(CancellationToken cancellation)
    {
        var begun = new List<Task>();
        await using var db = await _database.ReadAsync(cancellation);
        foreach (var platform in _platforms.All)
        {
            begun.AddRange(await BeginRoundsAsync(db, platform.Name, cancellation));
            begun.AddRange(await BeginQuizzesAsync(db, platform.Name, cancellation));
        }

        return Task.WhenAll(begun);
    }

    /// <summary>When something will next be due on the platforms that are switched on; null where nothing is.</summary>
    public async Task<Instant?> EarliestAsync(CancellationToken cancellation)
    {
        await using var db = await _database.ReadAsync(cancellation);
        Instant?[] earliest =
        [
            await OnPlatforms(db, db.Rounds.Where(r => r.Status == RoundStatus.Open).Select(r => new Due { At = r.Closes, ChannelId = r.ChannelId }), cancellation),
            await OnPlatforms(db, db.Rounds.Where(r => r.RetryAt != null).Select(r => new Due { At = r.RetryAt, ChannelId = r.ChannelId }), cancellation),
            await OnPlatforms(db, db.Quizzes.Where(q => q.Status == QuizStatus.Running && q.NextStep != null).Select(q => new Due { At = q.NextStep, ChannelId = q.ChannelId }), cancellation),
        ];
        return earliest.Min();
    }

    /// <summary>At the start of the only host: claims of the process before count as given up.</summary>
    public async Task GiveUpOldClaimsAsync(CancellationToken cancellation)
    {
        var now = _time.Now();
        await using var transaction = await _database.WriteAsync(cancellation);
        await transaction.Db.Rounds.Where(r => r.RetryAt > now)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.RetryAt, now), cancellation);
        // No pause or lobby is as long as this; it is the claim of whoever was showing the board.
        var longest = now + QuizOptionsValidator.Longest;
        await transaction.Db.Quizzes.Where(q => q.NextStep > longest)
            .ExecuteUpdateAsync(q => q.SetProperty(x => x.NextStep, now), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<IEnumerable<Task>> BeginRoundsAsync(QuizDbContext db, string platform, CancellationToken cancellation)
    {
        var now = _time.Now();
        var due = await (
            from r in db.Rounds
            where (r.Status == RoundStatus.Open && r.Closes <= now) || r.RetryAt <= now
            join c in db.Channels on r.ChannelId equals c.Id
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where w.Platform == platform
            orderby r.Closes
            select new { r.Id, Closing = r.Status == RoundStatus.Closing || (r.Status == RoundStatus.Open && r.Closes <= now) })
            .Take(BatchSize).ToListAsync(cancellation);
        return due.Select(r => r.Closing
            ? _lanes.Run(platform, CloseRound.Work, r.Id, token => _close.RunAsync(r.Id, token))
            : _lanes.Run(platform, PostRound.Work, r.Id, token => _post.ResumeAsync(r.Id, token)));
    }

    private async Task<IEnumerable<Task>> BeginQuizzesAsync(QuizDbContext db, string platform, CancellationToken cancellation)
    {
        var now = _time.Now();
        var due = await (
            from q in db.Quizzes
            where q.Status == QuizStatus.Running && q.NextStep <= now
            join c in db.Channels on q.ChannelId equals c.Id
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where w.Platform == platform
            orderby q.NextStep
            select q.Id).Take(BatchSize).ToListAsync(cancellation);
        return due.Select(id => _lanes.Run(platform, AdvanceQuiz.Work, id, token => _advance.RunAsync(id, token)));
    }

    // Ordered rather than the minimum: an index is read up to its first row.
    private Task<Instant?> OnPlatforms(QuizDbContext db, IQueryable<Due> due, CancellationToken cancellation)
    {
        var names = _platforms.All.Select(p => p.Name).ToList();
        return (
            from d in due
            join c in db.Channels on d.ChannelId equals c.Id
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where names.Contains(w.Platform)
            orderby d.At
            select d.At).FirstOrDefaultAsync(cancellation);
    }

    // Not a record with a constructor: EF Core cannot look through one.
    private sealed class Due
    {
        public Instant? At { get; init; }

        public long ChannelId { get; init; }
    }
}
