namespace QuizBot.Benchmarks.Discord;

/// <summary>Connected and idle: memory with 1,000 guilds beside a bare discord.js bot, and how it grows with 10,000.</summary>
internal static class IdleScenario
{
    // Long enough for garbage collections and for what a start leaves to be done.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(12);

    public static async Task<int> RunAsync()
    {
        foreach (var (guilds, shards) in new[] { (1, 1), (1_000, 1), (10_000, 4) })
        {
            await using var discord = await Places.EmulatorAsync(o => o with { Shards = shards, MaxConcurrency = 16 });
            Places.Crowd(discord, guilds);
            using var contestants = new Contestants(discord);
            await using (var ours = await contestants.OursAsync())
                await ReportAsync("ours", guilds, ours);
            await using (var theirs = await contestants.DiscordJsAsync())
                await ReportAsync("discord.js", guilds, theirs);
        }

        return 0;
    }

    private static async Task ReportAsync(string who, int guilds, BotProcess bot)
    {
        await Task.Delay(Settling);
        var (resident, own) = bot.Memory();
        Console.WriteLine($"{who}, {guilds:N0} guilds: resident {resident:F1} MB, of which not files {own:F1} MB; processor {bot.Processor.TotalSeconds:F1} s");
    }
}
