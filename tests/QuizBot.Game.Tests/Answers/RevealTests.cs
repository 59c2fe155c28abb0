using QuizBot.Chat.Messages;
using QuizBot.Chat;
using QuizBot.Game.Messages;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Answers;

public sealed class RevealTests
{
    [Fact]
    public async Task NothingShownBeforeTheClose_HoldsTheAnswerOrItsExplanation()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Typed(4), .. Asks.Choices(4), .. Asks.Open(2)]);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC close-after:1h");
        for (var day = 0; day < 10; day++)
        {
            await world.TypeAsync(world.Anna, "/daily now");
            await Until.TrueAsync(() => world.Asked.Count == day + 1, "posted");
            await host.DueAsync();
            var asked = world.Asked[^1];
            var question = (await world.RoundsAsync())[^1].Question;
            foreach (var button in asked.Content.Blocks.OfType<ButtonsBlock>().SelectMany(b => b.Buttons))
                await world.Fake.Members.PressAsync(world.Ben, asked.Ref, button.Action);
            var shown = world.Fake.Messages.Where(m => m.Key?.EndsWith('r') != true).SelectMany(m => m.Contents)
                .Where(c => !PlainRendering.Of(c).Contains("Closed.", StringComparison.Ordinal)).Select(c => c.Summary + PlainRendering.Of(c)).ToList();
            Assert.All(shown, text => Assert.DoesNotContain(Asks.Secret, text, StringComparison.Ordinal));
            Assert.All(shown, text => Assert.DoesNotContain("hiddenword", text, StringComparison.Ordinal));
            Assert.DoesNotContain(question.Right, asked.Content.Summary, StringComparison.Ordinal);
            Assert.All(asked.Content.Blocks.OfType<ChoicesBlock>().SelectMany(b => b.Choices), c => Assert.Equal((null, null, null), (c.Right, c.Members, c.Share)));
            await host.AdvanceAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(10, world.Revealed.Count);
    }

    [Fact]
    public async Task Reveals_ReadWell()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Choices(5));
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC close-after:1h");
        ChatMember[][] right = [[], [world.Ben, world.Chen], [], [world.Ben], []];
        ChatMember[][] wrong = [[], [], [world.Ben, world.Chen], [world.Chen], [world.Ben]];
        string[] says =
        [
            "Nobody answered this one. The next question is a new chance.",
            "✅ All 2 were right: @Ben +10, @Chen +10",
            "2 answers, and none of them right. Worth a talk in the team.",
            "✅ 1 of 2 right: @Ben +10",
            "One answer, and it was not right. Worth a second look.",
        ];
        await host.AdvanceAsync(TimeSpan.FromMinutes(30));
        for (var i = 0; i < says.Length; i++)
        {
            await host.AdvanceAsync(TimeSpan.FromMinutes(31));
            var round = (await world.RoundsAsync())[^1];
            foreach (var member in right[i])
                await world.Fake.Members.ReactAsync(member, world.Asked[i].Ref, Emoji.Number(round.RightChoice));
            foreach (var member in wrong[i])
                await world.Fake.Members.ReactAsync(member, world.Asked[i].Ref, Emoji.Number((round.RightChoice + 1) % 4));
            await host.AdvanceAsync(TimeSpan.FromHours(1));
            var text = PlainRendering.Of(world.Revealed[i].Content);
            Assert.Contains(says[i], text, StringComparison.Ordinal);
            Assert.StartsWith($"The answer\n{Emoji.Number(round.RightChoice)} {round.Question.Right}\n{Asks.Secret}", text, StringComparison.Ordinal);
            await host.AdvanceAsync(TimeSpan.FromHours(22.5) - TimeSpan.FromMinutes(1));
        }

        Assert.Contains("🔥 Streaks: @Ben (3), @Chen (3)", PlainRendering.Of(world.Revealed[3].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenQuestion_HasAThreadAModelAnswerAndSelfMarks()
    {
        var (world, host) = await GameWorld.StartAsync(questions: [.. Asks.Open(3)]);
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC kind:open");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.StartsWith("How would you explain yield", world.Asked[0].ThreadName, StringComparison.Ordinal);
        Assert.Contains("Interview prompt of the day", PlainRendering.Of(world.Asked[0].Content), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("Closed. The model answer is in the channel.", PlainRendering.Of(world.Asked[0].Content), StringComparison.Ordinal);
        var reveal = world.Revealed[0];
        Assert.Contains($"The model says {Asks.Secret}", PlainRendering.Of(reveal.Content), StringComparison.Ordinal);
        Assert.Equal("Noted: nailed it. Well done.", await world.PressLabelAsync(world.Chen, reveal, "Nailed"));

        // The second day's prompt closes before Ben marks himself on the first.
        await host.AdvanceAsync(TimeSpan.FromHours(16));
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        await world.PressLabelAsync(world.Ben, world.Revealed[1], "Missed");
        Assert.Contains("🔥 A streak of 1 daily question.", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
        Assert.Equal("Noted: partly. You know now what to add.", await world.PressLabelAsync(world.Ben, reveal, "Partly"));
        Assert.Contains("🔥 A streak of 2 daily questions.", await world.TypeAsync(world.Ben, "/stats"), StringComparison.Ordinal);
        Assert.Contains("no points yet", await world.TypeAsync(world.Ben, "/leaderboard"), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromDays(8));
        Assert.Contains("more than a week ago", await world.PressLabelAsync(world.Ben, reveal, "Nailed"), StringComparison.Ordinal);
    }
}
