using QuizBot.Chat;
using QuizBot.Game.Tests.Harness;

namespace QuizBot.Game.Tests.Commands;

public sealed class CompletionStoryTests
{
    [Theory]
    [InlineData("daily set", "zone", "berlin", "Europe/Berlin")]
    [InlineData("daily set", "zone", "new york", "America/New_York")]
    [InlineData("daily set", "zone", "Europe/Lon", "Europe/London")]
    [InlineData("daily set", "days", "work", "working-days")]
    [InlineData("daily set", "close-after", "12", "12h")]
    [InlineData("daily set", "answers", "nobody", "buttons")]
    [InlineData("quiz start", "difficulty", "h", "hard")]
    [InlineData("quiz start", "category", " VIEWS ", "views")]
    [InlineData("leaderboard", "category", "the views", "views")]
    [InlineData("leaderboard", "period", "this y", "year")]
    public async Task HalfTyped_HasTheMeantValueFirst(string command, string option, string typed, string first)
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Choices(), .. Asks.Choices(2, "views")]);
        await using var _ = world;
        Assert.Equal(first, (await CompleteAsync(host, command, option, typed))[0].Value);
    }

    [Theory]
    [InlineData("daily set", "zone", "nowhere")]
    [InlineData("daily set", "time", "09")]
    [InlineData("daily set", "colour", "")]
    [InlineData("daily dance", "zone", "")]
    public async Task WhatHasNoValues_HasNone(string command, string option, string typed)
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        Assert.Empty(await CompleteAsync(host, command, option, typed));
    }

    [Theory]
    [InlineData("category", "")]
    [InlineData("category", "number")]
    [InlineData("zone", "")]
    [InlineData("zone", "america")]
    public async Task ManyValues_Are25(string option, string typed)
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Enumerable.Range(0, 40).SelectMany(i => Asks.Choices(1, $"number-{i}"))]);
        await using var _ = world;
        var values = await CompleteAsync(host, "daily set", option, typed);
        Assert.Equal(25, values.Count);
        Assert.Distinct(values.Select(v => v.Value));
    }

    private static async Task<IReadOnlyList<Chat.Commands.OptionChoice>> CompleteAsync(GameHost host, string command, string option, string typed) =>
        await host.Get<IChatEvents>().CompleteAsync(command, option, typed, TestContext.Current.CancellationToken);
}
