using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Quizzes;
using QuizBot.Engine.Rounds;
using QuizBot.Game.Messages;
using QuizBot.Game.Metrics;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Storage;

namespace QuizBot.Game.Dailies;

/// <summary>What happens when a channel cannot be posted in any more: the daily is paused, a quiz given up, and whoever set it is told why.</summary>
internal sealed partial class PauseForFault(
    Database database, PlatformSet platforms, GameMetrics metrics, ILogger<PauseForFault> logger)
{
    /// <summary>The round's channel refuses it for good.</summary>
    public async Task RunAsync(Round round, Place place, ChatFailure failure, CancellationToken cancellation)
    {
        var why = FailureText.Why(failure);
        await using (var transaction = await database.WriteAsync(cancellation))
        {
            if (await transaction.TakeRoundAsync(round.Id, cancellation) is not { } taken)
                return;
            var (failed, date) = (taken.Status == RoundStatus.Posting, taken.Date);
            if (failed)
                taken.Fail();
            if (taken.DailyId is { } dailyId && await transaction.TakeDailyAsync(dailyId, cancellation) is { } daily)
            {
                if (failed)
                    daily.TakeBack(taken.Number, date);
                daily.Pause(why);
            }

            if (taken.QuizId is { } quizId && await transaction.TakeQuizAsync(quizId, cancellation) is { } quiz)
                quiz.Abandon();
            await transaction.CommitAsync(cancellation);
        }

        Paused(place.Channel.Platform, place.Channel.Id, why);
        if (round.DailyId is not null)
            await TellAsync(round, place, PausedText(place.Channel, why), cancellation);
    }

    /// <summary>Everything in the channel stops: it is gone, or the bot is.</summary>
    public async Task ChannelGoneAsync(ChannelRef channel, string reason, CancellationToken cancellation)
    {
        Daily? daily;
        Place? place;
        await using (var transaction = await database.WriteAsync(cancellation))
        {
            place = await transaction.Db.FindPlaceAsync(channel, cancellation);
            if (place is null)
                return;
            daily = await transaction.Db.Dailies.AsTracking().SingleOrDefaultAsync(d => d.ChannelId == place.ChannelId, cancellation);
            reason = PlainText.Short(PlainText.Clean(reason), 200);
            daily?.Pause(reason);
            foreach (var quiz in await transaction.Db.Quizzes.AsTracking()
                .Where(q => q.ChannelId == place.ChannelId && q.Status == QuizStatus.Running).ToListAsync(cancellation))
                quiz.Abandon();
            await transaction.CommitAsync(cancellation);
        }

        Paused(channel.Platform, channel.Id, reason);
        if (daily?.SetBy is { } setBy)
            await TellAsync(place, setBy, PausedText(channel, reason), cancellation);
    }

    /// <summary>The round's time ran out before its channel could be reached.</summary>
    public async Task MissAsync(Round round, CancellationToken cancellation)
    {
        await using var transaction = await database.WriteAsync(cancellation);
        if (await transaction.TakeRoundAsync(round.Id, cancellation) is not { Status: RoundStatus.Posting } taken)
            return;
        var date = taken.Date;
        taken.Fail();
        if (taken.DailyId is { } dailyId && await transaction.TakeDailyAsync(dailyId, cancellation) is { } daily)
        {
            daily.TakeBack(taken.Number, date);
            if (date is { } missed)
                daily.Miss(missed);
        }

        await transaction.CommitAsync(cancellation);
        metrics.Missed(1);
    }

    /// <summary>What whoever set a daily reads in private, away from its channel.</summary>
    public static ChatText PausedText(ChannelRef channel, string why) =>
        (ChatText)"The question of the day in " + ChatText.Channel(channel.Id) + $" is paused: {why}. Once that is mended, "
        + ChatText.Code("/daily resume") + " in that channel lets it run again.";

    /// <summary>Tells whoever set the round's daily.</summary>
    public async Task TellAsync(Round round, Place place, ChatText text, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var setBy = await db.Dailies.Where(d => d.Id == round.DailyId).Select(d => d.SetBy).SingleOrDefaultAsync(cancellation);
        if (setBy is not null)
            await TellAsync(place, setBy, text, cancellation);
    }

    public async Task TellAsync(Place place, string memberId, ChatText text, CancellationToken cancellation)
    {
        if (platforms.Find(place.Channel.Platform) is not { } platform)
            return;
        var told = await platform.TellMemberAsync(place.Channel, memberId, Say.Line(text, "The question of the day needs your attention.", ChatTone.Problem), cancellation);
        if (!told.IsDone)
            NotTold(place.Channel.Platform, place.Channel.Id, told.Failure.Kind, told.Failure.Detail);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped posting on {Platform} in {Channel}: {Why}")]
    private partial void Paused(string platform, string channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be told about {Platform} channel {Channel}: {Kind}, {Detail}")]
    private partial void NotTold(string platform, string channel, ChatFailureKind kind, string detail);
}
