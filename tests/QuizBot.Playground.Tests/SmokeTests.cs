using QuizBot.Chat.Events;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task Smoke()
    {
        var bot = new ScriptedBot();
        await using var house = await PlaygroundHouse.OpenWithAsync(bot);
        await using var ada = await house.EnterAsync("ada");
        await using var mei = await house.EnterAsync("mei");
        var message = await house.Platform.PostAsync(Posts.Saying("Hello"));
        await ada.ReactAsync(message, "👍");
        var heard = await bot.HearAsync<ReactionChanged>();
        Assert.Equal("ada", heard.Member.Id);
        var seen = await mei.SeeAsync(m => m.Reactions.Count > 0);
        Assert.Equal(["👍 ada"], seen.Reactions);
    }
}
