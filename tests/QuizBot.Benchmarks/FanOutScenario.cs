using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using QuizBot.Chat;
using QuizBot.Game.Dailies;

namespace QuizBot.Benchmarks;

/// <summary>Ten thousand channels due at the same minute: choosing, committing and rendering, on a platform that answers at once.</summary>
internal static class FanOutScenario
{
    private const int Channels = 10_000;

    public static async Task<int> RunAsync()
    {
        await using var bot = await Bot.StartAsync();
        await Town.BuildAsync(bot, Channels);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var posting = await bot.Services.GetRequiredService<PostDailies>().BeginAsync(CancellationToken.None);
        var committed = Stopwatch.GetElapsedTime(started);
        var committing = Environment.CpuUsage.TotalTime - cpu;
        await posting;
        var taken = Stopwatch.GetElapsedTime(started);
        var spent = Environment.CpuUsage.TotalTime - cpu;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        var platform = (SilentPlatform)bot.Services.GetRequiredService<IChatPlatform>();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(
            $"{platform.Posts:N0} channels due at once: chosen and committed after {committed.TotalSeconds:F2} s (processor {committing.TotalSeconds:F2} s), all posted and open after {taken.TotalSeconds:F2} s (processor {spent.TotalSeconds:F2} s); "
            + $"heap {before >> 20} MB before, {after >> 20} MB after, peak working set {peak} MB");
        return 0;
    }
}
