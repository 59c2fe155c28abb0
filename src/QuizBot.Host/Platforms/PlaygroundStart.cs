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
        await using (var db = await database.ReadAsync(stoppingToken))
        {
            if (!await db.Workspaces.AnyAsync(w => w.Platform == Playground.Platform, stoppingToken))
            {
                var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZoneInfo.Local.Id)?.Id ?? "UTC";
                await SayAsync("team", $"/daily set 09:00 {zone} close-after:1d kind:choices", stoppingToken);
                await SayAsync("team", "/daily now", stoppingToken);
                await SayAsync("interview", $"/daily set 09:00 {zone} close-after:1d kind:open", stoppingToken);
                await SayAsync("interview", "/daily now", stoppingToken);
                await events.HandleAsync(new BotInvited("", new ChannelRef(Playground, "quiz")), stoppingToken);
            }
        }

        lifetime.ApplicationStarted.Register(() => Ready(options.Value.Url));
    }

    private async Task SayAsync(string channel, string command, CancellationToken cancellation) =>
        await events.HandleAsync(new CommandTyped("", new ChannelRef(Playground, channel), Manager, command), cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "The playground is at {Url} – open it in a browser")]
    private partial void Ready(string url);
}
