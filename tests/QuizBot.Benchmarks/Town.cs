using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Engine.Dailies;
using QuizBot.Engine.Rounds;
using QuizBot.Engine.Workspaces;
using QuizBot.Game.Dailies;
using QuizBot.Storage;

namespace QuizBot.Benchmarks;

/// <summary>Many channels, each a workspace of its own, each with a daily that is due now.</summary>
internal static class Town
{
    public static Task BuildAsync(Bot bot, int channels) =>
        BuildAsync(bot, Enumerable.Range(0, channels).Select(i => new ChannelRef(new WorkspaceRef("silent", $"w{i}"), "c")));

    public static async Task BuildAsync(Bot bot, IEnumerable<ChannelRef> channels)
    {
        var database = bot.Services.GetRequiredService<Database>();
        await using var transaction = await database.WriteAsync(CancellationToken.None);
        var db = transaction.Db;
        var places = channels.Select(c => (Workspace: new Workspace(c.Platform, c.Workspace.Id), Channel: c.Id)).ToList();
        db.Workspaces.AddRange(places.Select(p => p.Workspace));
        await db.SaveChangesAsync();
        var rooms = places.ConvertAll(p => new Channel(p.Workspace.Id, p.Channel));
        db.Channels.AddRange(rooms);
        await db.SaveChangesAsync();
        var now = SystemNow();
        foreach (var room in rooms)
        {
            var daily = new Daily(room.Id);
            // Set a minute ago for a minute later, so that all are due at the same instant: now.
            var time = now.InUtc().TimeOfDay.With(TimeAdjusters.TruncateToMinute);
            daily.Set(
                new DailySettings(new DailySchedule(time, DateTimeZone.Utc, Weekdays.EveryDay), null, DailyPool.Choices, Duration.FromDays(1), AnswerWays.Both),
                "m0", now - Duration.FromMinutes(2));
            db.Dailies.Add(daily);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Posts what is due and gives each channel's message.</summary>
    public static async Task<IReadOnlyList<(MessageRef Message, int Choices)>> PostAsync(Bot bot)
    {
        await await bot.Services.GetRequiredService<PostDailies>().BeginAsync(CancellationToken.None);
        await using var db = await bot.Services.GetRequiredService<Database>().ReadAsync(CancellationToken.None);
        var rows = await (
            from r in db.Rounds
            join c in db.Channels on r.ChannelId equals c.Id
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            select new { Round = r, Channel = c.ExternalId, Workspace = w.ExternalId, w.Platform }).ToListAsync();
        return [.. rows.Select(r => (
            new MessageRef(new ChannelRef(new WorkspaceRef(r.Platform, r.Workspace), r.Channel), r.Round.MessageId!), r.Round.Choices.Count))];
    }

    public static Instant SystemNow() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
}
