using System.CommandLine;
using QuizBot.Game.Dailies;
using QuizBot.Host.Startup;
using QuizBot.Storage.Startup;

namespace QuizBot.Host.CommandLine;

/// <summary><c>preview</c>: the next 14 posts of every daily, in its local time.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var command = new Command("preview", "Show the next 14 posts of every daily, in local time.");
        command.SetAction((_, cancellation) => Failures.ReportAsync(async () =>
        {
            await using var services = HostServices.ForReading();
            await services.GetRequiredService<DatabaseStarter>().CheckAsync(cancellation);
            var any = false;
            await foreach (var daily in services.GetRequiredService<PreviewDailies>().ReadAsync(cancellation))
            {
                any = true;
                Console.WriteLine($"{daily.Platform} {daily.Workspace} channel {daily.Channel}: {daily.Description}");
                if (daily.PausedBecause is { } because)
                    Console.WriteLine($"  paused: {because}");
                foreach (var (day, time, offset) in daily.Posts)
                    Console.WriteLine($"  {day,-10} {time} UTC{offset}");
            }

            if (!any)
                Console.WriteLine("No channel has a question of the day yet. /daily set in a channel begins one.");
            return 0;
        }));
        return command;
    }
}
