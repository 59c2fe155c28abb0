using System.Diagnostics;
using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Benchmarks.Discord;

/// <summary>100,000 reactions on 100 questions: until ours has them all on the disk, and until a bare discord.js bot has counted them.</summary>
internal static class ReactionsScenario
{
    private const int Guilds = 100, Members = 1_000;

    public static async Task<int> RunAsync()
    {
        await using var discord = await Places.EmulatorAsync(o => o with { RateLimits = RateLimits.None, SessionMemory = 10 });
        using var contestants = new Contestants(discord);
        var asked = new List<EmulatedMessage>();
        IReadOnlyList<EmulatedMember[]> crowds;
        await using (var ours = await contestants.OursAsync())
        {
            for (var g = 0; g < Guilds; g++)
                asked.Add(await Places.AskAsync(discord, $"Guild {g}", "reactions"));
            crowds = [.. asked.Select(m => Enumerable.Range(0, Members).Select(i => discord.AddMember(m.Channel.Guild!, $"member{i}")).ToArray())];
            var before = await contestants.AnswersAsync();
            await MeasureAsync("ours, durable", ours, discord, asked, crowds, "1️⃣", () => Places.WaitAsync(
                async () => await contestants.AnswersAsync() - before >= Guilds * Members));
            before = await contestants.AnswersAsync();
            await MeasureAsync("ours, durable, the same members once more", ours, discord, asked, crowds, "2️⃣", () => Places.WaitAsync(
                async () => await contestants.AnswersAsync() - before >= Guilds * Members));
        }

        await using var theirs = await contestants.DiscordJsAsync(Guilds * Members);
        var said = asked.ConvertAll(m => discord.Say(discord.AddMember(m.Channel.Guild!, "asker"), m.Channel, "Which?"));
        await MeasureAsync("discord.js, counted", theirs, discord, said, crowds, "1️⃣", () => theirs.SaysAsync("counted"));
        return 0;
    }

    private static async Task MeasureAsync(
        string who, BotProcess bot, DiscordEmulator discord, List<EmulatedMessage> asked, IReadOnlyList<EmulatedMember[]> crowds,
        string emoji, Func<Task> untilDone)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), bot.Processor);
        await Task.Run(() =>
        {
            for (var i = 0; i < Members; i++)
            {
                for (var g = 0; g < asked.Count; g++)
                    discord.React(crowds[g][i], asked[g], emoji);
            }
        });
        var sent = Stopwatch.GetElapsedTime(started);
        await untilDone();
        var taken = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(
            $"{who}: {Guilds * Members / taken.TotalSeconds:N0} a second ({taken.TotalSeconds:F2} s, of which the emulator took {sent.TotalSeconds:F2} s to send; "
            + $"the bot's processor time {(bot.Processor - processor).TotalSeconds:F2} s), resident {bot.Memory().Resident:F0} MB");
    }
}
