using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Chat;
using QuizBot.Discord;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Game.Commands;

namespace QuizBot.Benchmarks.Discord;

/// <summary>Ten thousand channels due at the same minute, with the 50 requests a second that Discord allows.</summary>
internal static class DueScenario
{
    private const int Channels = 10_000;
    private const double Allowed = 50;

    public static async Task<int> RunAsync()
    {
        await using var discord = await Places.EmulatorAsync(o => o with { RateLimits = RateLimits.Discord, Shards = 4, MaxConcurrency = 16 });
        var channels = Enumerable.Range(0, Channels).Select(g => discord.AddChannel(discord.AddGuild($"Guild {g}"), "general")).ToList();
        await using var bot = await Bot.StartAsync(builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Discord:Token"] = discord.Token,
                ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl,
            });
            builder.Services.AddDiscord(builder.Configuration);
        });
        await Town.BuildAsync(bot, channels.Select(c => new ChannelRef(new WorkspaceRef("discord", $"{c.Guild!.Id}"), $"{c.Id}")));
        var platform = bot.Services.GetRequiredService<IChatPlatform>();
        using var stop = new CancellationTokenSource();
        var running = platform.RunAsync(bot.Services.GetRequiredService<IChatEvents>(), Catalogue.All, stop.Token);
        await Places.WaitAsync(() => Task.FromResult(platform.IsConnected && discord.CommandRegistrations > 0));

        var (started, invalid) = (Stopwatch.GetTimestamp(), discord.InvalidRequests);
        var posting = Town.PostAsync(bot);
        var posted = 0;
        for (; posted < Channels && !posting.IsFaulted; posted = channels.Count(c => c.Messages.Count > 0))
            await Task.Delay(50);
        var taken = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(
            $"{posted:N0} channels due at once: all posted after {taken.TotalSeconds:F1} s, {taken.TotalSeconds * Allowed / Channels:F3} of what {Allowed} a second allow; "
            + $"answers of 401, 403 and 429: {discord.InvalidRequests - invalid}; posted twice: {channels.Count(c => c.Messages.Count > 1)}; "
            + $"reactions seeded by then: {channels.Sum(c => c.Messages.Sum(m => m.Reactions.Count)):N0}");
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // As it was told.
        }

        return 0;
    }
}
