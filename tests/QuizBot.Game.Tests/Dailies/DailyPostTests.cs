using QuizBot.Engine.Rounds;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Dailies;

public sealed class DailyPostTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Daily_AtItsTime_PostsOnceAndRevealsOnce(StorageProvider provider)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await using var _ = world;
        var set = await world.TypeAsync(world.Anna, "/daily set 09:30 Europe/Berlin");
        Assert.Contains("The question of the day is set for this channel: a question at 09:30 (Europe/Berlin), every day", set, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromMinutes(30));
        await host.DueAsync();
        var asked = Assert.Single(world.Asked);
        Assert.Contains("Question of the day", PlainRendering.Of(asked.Content), StringComparison.Ordinal);
        Assert.Equal(4, asked.Reactions.Count);

        var round = Assert.Single(await world.RoundsAsync());
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, Messages.Emoji.Number(round.RightChoice));
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        await host.DueAsync();
        var reveal = Assert.Single(world.Revealed);
        Assert.Equal(asked.Ref.Id, reveal.ReplyTo);
        Assert.Contains("✅ 1 of 1 right: @Ben +10", PlainRendering.Of(reveal.Content), StringComparison.Ordinal);
        Assert.Contains("Closed. 1 answer.", PlainRendering.Of(asked.Content), StringComparison.Ordinal);
        Assert.Equal(RoundStatus.Closed, Assert.Single(await world.RoundsAsync()).Status);
    }
}
