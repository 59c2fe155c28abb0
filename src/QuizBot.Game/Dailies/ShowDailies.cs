using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Engine.Dailies;
using QuizBot.Game.Commands;
using QuizBot.Game.Messages;
using QuizBot.Game.Places;
using QuizBot.Game.Platforms;
using QuizBot.Questions.Live;
using QuizBot.Storage;

namespace QuizBot.Game.Dailies;

/// <summary><c>/daily list</c> and <c>/daily preview</c>.</summary>
internal sealed class ShowDailies(Database database, PlatformSet platforms, QuestionLibrary library)
{
    private const int MostListed = 20;
    private const int Previewed = 14;

    public async Task<ChatMessage> ListAsync(Invocation use, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var dailies = await (
            from d in db.Dailies
            join c in db.Channels on d.ChannelId equals c.Id
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where w.Platform == use.Channel.Platform && w.ExternalId == use.Channel.Workspace.Id
            orderby d.NextDue == null, d.NextDue
            select new { Daily = d, Channel = c.ExternalId }).ToListAsync(cancellation);
        if (dailies.Count == 0)
            return Say.Line("No channel here has a question of the day yet. /daily set 09:30 Europe/Berlin begins one in this channel.");

        var blocks = new List<ChatBlock> { new HeadingBlock("Questions of the day") };
        foreach (var row in dailies.Take(MostListed))
        {
            var text = ChatText.Channel(row.Channel) + ": " + DailyText.Describe(row.Daily, library.Current);
            text += row.Daily.PausedBecause is { } because
                ? $" Paused: {because}."
                : (ChatText)" Next " + Say.When(row.Daily.NextDue!.Value) + ".";
            if (row.Daily.Missed is { } missed)
                text += $" Missed, and not yet told: {missed.Replace(" ", ", ", StringComparison.Ordinal)}.";
            blocks.Add(new TextBlock(text));
        }

        if (dailies.Count > MostListed)
            blocks.Add(new NoteBlock($"And {dailies.Count - MostListed} more."));
        return new ChatMessage(blocks) { Summary = Say.Count(dailies.Count, "question of the day", "questions of the day") };
    }

    public async Task<ChatMessage> PreviewAsync(Invocation use, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var place = await db.FindPlaceAsync(use.Channel, cancellation);
        var daily = await db.Dailies.SingleOrDefaultAsync(d => place != null && d.ChannelId == place.ChannelId, cancellation);
        if (daily is null)
            return Say.Problem("This channel has no question of the day. /daily set begins one.");
        if (daily.NextDue is not { } next)
            return Say.Problem($"The question of the day is paused: {daily.PausedBecause}. /daily resume lets it run again.");

        var posts = Upcoming(daily, next).Select(p => new TableRow([p.Day, p.Time, p.Offset])).ToList();
        return new ChatMessage(
        [
            new HeadingBlock($"The next {Previewed} questions"),
            new TableBlock([new TableColumn("Day"), new TableColumn("Time"), new TableColumn("UTC")], posts),
            new NoteBlock($"Local time in {daily.Zone}."),
            new TextBlock(await MayPostAsync(use.Channel, cancellation)),
        ])
        { Summary = $"The next {Previewed} questions of the day" };
    }

    /// <summary>The next posts of a daily: local day and time, and the offset from UTC then.</summary>
    internal static IEnumerable<(string Day, string Time, string Offset)> Upcoming(Daily daily, NodaTime.Instant next)
    {
        var schedule = daily.Schedule;
        return schedule.AllAfter(next - NodaTime.Duration.Epsilon).Take(Previewed).Select(due =>
        {
            var local = due.At.InZone(schedule.Zone);
            return (Say.Day(local.Date), Say.Time(local.TimeOfDay), local.Offset.ToString());
        });
    }

    private async Task<string> MayPostAsync(ChannelRef channel, CancellationToken cancellation)
    {
        if (platforms.Find(channel.Platform) is not { } platform)
            return "I could not check whether I may post here: I am not connected to this platform.";
        var check = await platform.CheckChannelAsync(channel, cancellation);
        return check switch
        {
            { IsDone: false } => $"I could not check whether I may post here: {FailureText.Why(check.Failure)}.",
            { Value: { Count: > 0 } missing } => $"⚠️ I may not post here: I lack {Say.List([.. missing])}.",
            _ => "✅ I may post here.",
        };
    }
}
