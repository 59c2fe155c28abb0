using QuizBot.Emulators.Discord;
using QuizBot.Emulators.Discord.Rest;
using QuizBot.Emulators.Discord.World;

namespace QuizBot.Benchmarks.Discord;

/// <summary>300 members press a button at the same moment: from the click to the callback.</summary>
internal static class ClicksScenario
{
    private const int Members = 300, Times = 10;

    public static async Task<int> RunAsync()
    {
        await using var discord = await Places.EmulatorAsync(o => o with { RateLimits = RateLimits.Discord });
        using var contestants = new Contestants(discord);
        EmulatedMessage asked;
        EmulatedMember[] members;
        await using (await contestants.OursAsync())
        {
            asked = await Places.AskAsync(discord, "Guild", "buttons");
            members = [.. Enumerable.Range(0, Members).Select(i => discord.AddMember(asked.Channel.Guild!, $"member{i}"))];
            await MeasureAsync("ours, recorded", discord, asked, members);
        }

        await using var theirs = await contestants.DiscordJsAsync();
        await MeasureAsync("discord.js, not recorded", discord, asked, members);
        return 0;
    }

    private static async Task MeasureAsync(string who, DiscordEmulator discord, EmulatedMessage asked, EmulatedMember[] members)
    {
        var buttons = asked.Content.Buttons.Select(b => b.CustomId!).ToList();
        for (var time = 0; time < Times; time++)
        {
            var pressed = members.Select(m => discord.Press(m, asked, buttons[time % 2])).ToList();
            await Task.WhenAll(pressed.Select(p => p.Answered));
            var took = pressed.Select(p => p.Took.TotalMilliseconds).Order().ToList();
            Console.WriteLine($"{who}, time {time + 1}: p50 {took[Members / 2]:F1} ms, p99 {took[(int)(Members * 0.99)]:F1} ms, max {took[^1]:F1} ms");
            await Task.WhenAll(pressed.Select(p => p.Shown));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
