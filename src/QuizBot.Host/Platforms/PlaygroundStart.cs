using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Playground;
using QuizBot.Storage;

namespace QuizBot.Host.Platforms;

/// <summary>Gives a new playground what a team would have set: its questions of the day. It uses the commands a member would.</summary>
internal sealed partial class PlaygroundStart(
    Database database, IChatEvents events, IOptions<PlaygroundOptions> options, IHostApplicationLifetime lifetime, ILogger<PlaygroundStart> logger)
    : BackgroundService
{
    private static readonly WorkspaceRef Playground = new("playground", "playground");
    private static readonly ChatMember Manager = new("ada", "Ada", MayManage: true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Etc/UTC is what many a machine calls UTC.
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZoneInfo.Local.Id) is { Id: not "Etc/UTC" } known ? known.Id : "UTC";
        await AskDailyAsync("team", $"/daily set 09:00 {zone} close-after:1d kind:choices", stoppingToken);
        if (!(await StepsAsync("interview", stoppingToken)).IsKnown)
            await events.HandleAsync(new BotInvited("", new ChannelRef(Playground, "quiz")), stoppingToken);
        await AskDailyAsync("interview", $"/daily set 09:00 {zone} close-after:1d kind:open", stoppingToken);

        lifetime.ApplicationStarted.Register(() => Ready(options.Value.Url));
    }

    // Each step by itself: the bot may have been killed between two.
    private async Task AskDailyAsync(string channel, string set, CancellationToken cancellation)
    {
        var (isKnown, isAsked) = await StepsAsync(channel, cancellation);
        if (!isKnown)
            await SayAsync(channel, set, cancellation);
        if (!isAsked)
            await SayAsync(channel, "/daily now", cancellation);
    }

    // A daily that is set makes its channel known.
    private async Task<(bool IsKnown, bool IsAsked)> StepsAsync(string channel, CancellationToken cancellation)
    {
        await using var db = await database.ReadAsync(cancellation);
        var known = await (
            from c in db.Channels
            join w in db.Workspaces on c.WorkspaceId equals w.Id
            where w.Platform == Playground.Platform && c.ExternalId == channel
            select new { IsAsked = db.Rounds.Any(r => r.ChannelId == c.Id) }).SingleOrDefaultAsync(cancellation);
        return (known is not null, known?.IsAsked ?? false);
    }

    private async Task SayAsync(string channel, string command, CancellationToken cancellation) =>
        await events.HandleAsync(new CommandTyped("", new ChannelRef(Playground, channel), Manager, command), cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "The playground is at {Url} – open it in a browser")]
    private partial void Ready(string url);
}
