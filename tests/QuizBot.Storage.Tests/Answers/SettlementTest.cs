using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using QuizBot.Engine.Answers;
using QuizBot.Engine.Questions;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Scoring;
using QuizBot.Engine.Workspaces;
using QuizBot.Storage.Answers;

namespace QuizBot.Storage.Tests.Answers;

/// <summary>Closes rounds, settles them, and reads what came of it.</summary>
public abstract class SettlementTest(StorageProvider provider) : AnswersTest(provider)
{
    protected Recount Recount => Test.Services.GetRequiredService<Recount>();

    /// <summary>A judge that any change to the real ones would not move: by choice, by the length of what was typed, and nothing for open.</summary>
    protected static (bool? Right, int Points) Judge(Round round, Answer answer) => round.Question.Kind switch
    {
        QuestionKind.Open => (null, 0),
        QuestionKind.Typed => answer.Text!.Length > 3 ? (true, 20) : (false, 0),
        _ => answer.Choice == round.RightChoice ? (true, Points.For(round.Question.Difficulty)) : (false, 0),
    };

    protected static LocalDate DayOf(Workspace workspace, Round round) =>
        round.Closed!.Value.InZone(workspace.Zone is { } zone ? DateTimeZoneProviders.Tzdb[zone] : DateTimeZone.Utc).Date;

    protected async Task<Round> CloseAndSettleAsync(Round round, Instant? at = null)
    {
        var closing = await World.CloseAsync(round, at);
        await SettleAsync(closing);
        return closing;
    }

    protected Task SettleAsync(Round closing, Settlement? by = null, Workspace? of = null) => (by ?? Settlement).SettleAsync(
        closing, (of ?? Workspace).Id, DayOf(of ?? Workspace, closing), a => Judge(closing, a), Cancellation);

    /// <summary>Everything that is counted of a workspace, a line each, in order.</summary>
    protected Task<string> BooksAsync(long? workspaceId = null) => World.ReadAsync(async db =>
    {
        var id = workspaceId ?? Workspace.Id;
        var members = await db.Members.Where(m => m.WorkspaceId == id).ToDictionaryAsync(m => m.Id, m => m.ExternalId, Cancellation);
        var rounds = await (from r in db.Rounds join c in db.Channels on r.ChannelId equals c.Id where c.WorkspaceId == id select r.Id)
            .ToListAsync(Cancellation);
        var lines = (await db.Tallies.Where(t => t.Members != 0).ToListAsync(Cancellation))
            .Where(t => rounds.Contains(t.RoundId)).Select(t => $"tally {t.RoundId} {t.Choice}: {t.Members}").ToList();
        lines.AddRange((await db.Scores.Where(s => s.WorkspaceId == id).ToListAsync(Cancellation))
            .Select(s => $"score {s.Kind} {s.Start:uuuu-MM-dd} '{s.Category}' {members[s.MemberId]}: {s.Points} of {s.Right}/{s.Answered}"));
        lines.AddRange((await db.TopicRecords.ToListAsync(Cancellation))
            .Where(t => members.ContainsKey(t.MemberId)).Select(t => $"topic {t.Topic} '{t.Category}' {members[t.MemberId]}: {t.Right}/{t.Answered}"));
        lines.AddRange((await db.Streaks.ToListAsync(Cancellation))
            .Where(s => members.ContainsKey(s.MemberId)).Select(s => $"streak {s.DailyId} {members[s.MemberId]}: {s.Length}, {s.Best}, {s.Last}"));
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    });

    protected Task<string?> StreakAsync(int member) => World.ReadAsync(async db => await (
        from s in db.Streaks
        join m in db.Members on s.MemberId equals m.Id
        where m.ExternalId == "U" + member
        select s.Length + ", " + s.Best + ", " + s.Last).SingleOrDefaultAsync(Cancellation));
}
