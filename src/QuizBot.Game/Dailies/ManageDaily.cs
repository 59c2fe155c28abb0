using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Commands;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Storage;

namespace QuizBot.Game.Dailies;

/// <summary><c>/daily pause</c>, <c>resume</c>, <c>remove</c> and <c>now</c>.</summary>
internal sealed class ManageDaily(Database database, PostDailies post, DeadlineSignal deadlines, TimeProvider time)
{
    private const string None = "This channel has no question of the day. /daily set begins one.";

    public Task<ChatMessage> PauseAsync(Invocation use, CancellationToken cancellation) => ChangeAsync(use, daily =>
    {
        if (daily.PausedBecause is { } because)
            return $"The question of the day is paused already: {because}.";
        daily.Pause($"{PlainText.Name(use.Member.Name)} paused it");
        return "The question of the day is paused. A question that is open now still closes with its answer. /daily resume lets it run again.";
    }, cancellation);

    public Task<ChatMessage> ResumeAsync(Invocation use, CancellationToken cancellation) => ChangeAsync(use, daily =>
    {
        if (daily.PausedBecause is null)
            return "The question of the day is running already.";
        daily.Resume(time.Now());
        return "The question of the day runs again.";
    }, cancellation);

    public async Task<ChatMessage> RemoveAsync(Invocation use, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        if (await FindAsync(transaction, use.Channel, cancellation) is not { } daily)
            return Say.Problem(None);
        transaction.Db.Dailies.Remove(daily);
        await transaction.CommitAsync(cancellation);
        return Say.Line("The question of the day is removed from this channel, and its streaks with it. Points stay. A question that is open now still closes with its answer.", ChatTone.Result);
    }

    public async Task<ChatMessage> NowAsync(Invocation use, CancellationToken cancellation)
    {
        long dailyId;
        await using (var db = await database.ReadAsync(cancellation))
        {
            var place = await db.FindPlaceAsync(use.Channel, cancellation);
            dailyId = await db.Dailies.Where(d => place != null && d.ChannelId == place.ChannelId).Select(d => d.Id).SingleOrDefaultAsync(cancellation);
        }

        if (dailyId == 0)
            return Say.Problem(None);
        if (await post.TakeNowAsync(dailyId, cancellation) is not var (round, channel, daily, date))
            return Say.Problem(None);
        if (round is not null)
        {
            _ = post.Post(round, channel);
            return Say.Line("Today's question is on its way.", ChatTone.Result);
        }

        return date is null
            ? await AlreadyAsync(daily, cancellation)
            : Say.Problem("I have no question to ask: the packs have none of this kind in this category.");
    }

    private async Task<ChatMessage> AlreadyAsync(Daily daily, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var round = await db.Rounds.Where(r => r.DailyId == daily.Id && r.Date == daily.LastDate)
            .Select(r => new { r.Status, r.Closes }).SingleOrDefaultAsync(cancellation);
        return round?.Status switch
        {
            RoundStatus.Posting => Say.Line("Today's question is on its way already."),
            RoundStatus.Open => Say.Line(
                (ChatText)"Today's question is open already, and closes " + Say.Moment(round.Closes, TimeStyle.Relative) + ".",
                "Today's question is open already."),
            _ => Say.Line("Today's question was asked already. There is one a day."),
        };
    }

    private async Task<ChatMessage> ChangeAsync(Invocation use, Func<Daily, string> change, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        if (await FindAsync(transaction, use.Channel, cancellation) is not { } daily)
            return Say.Problem(None);
        var text = (ChatText)change(daily);
        await transaction.CommitAsync(cancellation);
        deadlines.Changed();
        if (daily.NextDue is { } next)
            text += (ChatText)" The next question comes " + Say.When(next) + ".";
        return Say.Line(text, "The question of the day was changed.", ChatTone.Result);
    }

    private static async Task<Daily?> FindAsync(WriteTransaction transaction, ChannelRef channel, CancellationToken cancellation)
    {
        var id = await (
            from d in transaction.Db.Dailies
            join c in transaction.Db.Channels on d.ChannelId equals c.Id
            join w in transaction.Db.Workspaces on c.WorkspaceId equals w.Id
            where w.Platform == channel.Platform && w.ExternalId == channel.Workspace.Id && c.ExternalId == channel.Id
            select (long?)d.Id).SingleOrDefaultAsync(cancellation);
        return id is { } known ? await transaction.TakeDailyAsync(known, cancellation) : null;
    }
}
