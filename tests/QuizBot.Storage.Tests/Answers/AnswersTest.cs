using Microsoft.EntityFrameworkCore;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Answers;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>A workspace with a daily and an open round.</summary>
public abstract class AnswersTest(StorageProvider provider) : DatabaseTest(provider)
{
    internal Changes By { get; private set; } = null!;

    protected Workspace Workspace { get; private set; } = null!;

    protected Daily Daily { get; private set; } = null!;

    protected Round Round { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Workspace = await World.WorkspaceAsync();
        Daily = await World.DailyAsync(await World.ChannelAsync(Workspace));
        Round = await World.RoundAsync(Daily);
        By = new Changes(Workspace.Id);
    }

    protected Task<AnswerOutcome[]> WriteAsync(params AnswerChange[] changes) => Store.WriteAsync(changes, Cancellation);

    protected async Task<AnswerOutcome> WriteOneAsync(AnswerChange change) => Assert.Single(await WriteAsync(change));

    protected Task<List<Answer>> StoredAsync() =>
        World.ReadAsync(db => db.Answers.OrderBy(a => a.RoundId).ThenBy(a => a.MemberId).ToListAsync(Cancellation));

    /// <summary>Tallies above zero, as "round: choice=members".</summary>
    protected Task<List<string>> TalliesAsync() => World.ReadAsync(async db =>
        (await db.Tallies.Where(t => t.Members != 0).OrderBy(t => t.RoundId).ThenBy(t => t.Choice).ToListAsync(Cancellation))
        .ConvertAll(t => $"{t.RoundId}: {t.Choice}={t.Members}"));

    /// <summary>What the tallies should say, by the stored answers.</summary>
    protected async Task<List<string>> CountedAsync() => (await StoredAsync())
        .Where(a => a.Stands)
        .GroupBy(a => (a.RoundId, Choice: a.Choice ?? Engine.Scoring.Tally.NoChoice))
        .OrderBy(g => g.Key.RoundId).ThenBy(g => g.Key.Choice)
        .Select(g => $"{g.Key.RoundId}: {g.Key.Choice}={g.Count()}").ToList();
}
