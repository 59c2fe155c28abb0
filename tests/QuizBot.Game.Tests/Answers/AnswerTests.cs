using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Game.Tests.Harness;
using QuizBot.Testing.Platforms;
using static QuizBot.Game.Tests.Harness.Answering;

namespace QuizBot.Game.Tests.Answers;

public sealed class AnswerTests
{
    [Fact]
    public async Task Bots_AndForeignEmoji_NeverCount()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Fake.Members.Robot, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "🎉");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "🔟");
        Assert.Contains("does not belong", await world.PressLabelAsync(world.Fake.Members.Robot, asked, "1"), StringComparison.Ordinal);
        Assert.Empty(await AnswersAsync(world));
    }

    [Fact]
    public async Task SameEventTwice_CountsOnce()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        var happened = new ReactionChanged("e", asked.Ref, world.Ben, "1️⃣", Added: true, Order: 5);
        for (var i = 0; i < 3; i++)
            await world.Fake.Members.HandAsync(happened);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("Closed. 1 answer.", PlainRendering.Of(asked.Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("choose:{other}:0")]
    [InlineData("choose:{round}:4")]
    [InlineData("choose:{round}:10")]
    [InlineData("choose:{round}:-1")]
    [InlineData("choose:{round}")]
    [InlineData("choose:99999999999999999999:0")]
    [InlineData("mark:{round}:2")]
    [InlineData("mark:{round}:9")]
    [InlineData("board:9:0:")]
    [InlineData("board:x:y:z")]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData(":::::::")]
    public async Task ForgedAction_RecordsNothing(string action)
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        var other = world.Fake.AddChannel("other");
        await AskAsync(world, other);
        var rounds = await world.RoundsAsync();
        var reply = await world.PressAsync(world.Ben, asked, action
            .Replace("{other}", $"{rounds[1].Id}", StringComparison.Ordinal).Replace("{round}", $"{rounds[0].Id}", StringComparison.Ordinal));
        Assert.Equal("That does not belong to this message, so nothing was recorded.", reply);
        Assert.Empty(await AnswersAsync(world));
    }

    [Theory]
    [InlineData("type:{round}")]
    [InlineData("join:{round}")]
    public async Task ActionOfAnotherKind_RecordsNothing(string action)
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        var reply = await world.PressAsync(world.Ben, asked, action.Replace("{round}", $"{(await world.RoundsAsync())[0].Id}", StringComparison.Ordinal));
        Assert.Contains(action[0] == 't' ? "That question is closed" : "That quiz is over", reply, StringComparison.Ordinal);
        Assert.Empty(await AnswersAsync(world));
    }

    [Fact]
    public async Task ForgedForm_RecordsNothing()
    {
        var (world, _) = await GameWorld.StartAsync(questions: [.. Asks.Typed(2)]);
        await using var _2 = world;
        var asked = await AskAsync(world);
        var id = (await world.RoundsAsync())[0].Id;
        foreach (var action in new[] { $"type:{id + 1}:{asked.Ref.Id}", $"type:{id}:77", $"type:{id}", "type:x:y", "choose:1:1" })
        {
            var reply = PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, action, Field("hiddenword1")));
            Assert.Contains("so nothing was recorded", reply, StringComparison.Ordinal);
        }

        Assert.Empty(await AnswersAsync(world));
    }

    [Theory]
    [InlineData("reactions", "1️⃣", false)]
    [InlineData("buttons", null, true)]
    public async Task WrongWay_IsNoAnswer(string answers, string? works, bool buttons)
    {
        var (world, _) = await GameWorld.StartAsync();
        await using var _2 = world;
        var asked = await AskAsync(world, options: "answers:" + answers);
        Assert.Equal(buttons, asked.Content.Blocks.OfType<ButtonsBlock>().Any());
        Assert.Equal(buttons ? 0 : 4, asked.Reactions.Count);
        if (buttons)
        {
            await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
            Assert.Empty(await AnswersAsync(world));
            Assert.StartsWith("Your answer", await world.PressLabelAsync(world.Ben, asked, "1"), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("does not belong", await world.PressAsync(world.Ben, asked, $"choose:{(await world.RoundsAsync())[0].Id}:0"), StringComparison.Ordinal);
            Assert.Empty(await AnswersAsync(world));
            await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, works!);
        }

        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task ClosedRound_TakesNothing()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        var action = asked.Content.Blocks.OfType<ButtonsBlock>().Single().Buttons[0].Action;
        // Over, and not closed yet.
        world.Time.Advance(TimeSpan.FromHours(8));
        Assert.Equal("That question is closed, so nothing was recorded.", await world.PressAsync(world.Ben, asked, action));
        await host.DueAsync();
        Assert.Equal("That question is closed, so nothing was recorded.", await world.PressAsync(world.Ben, asked, action));
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        Assert.Empty(await AnswersAsync(world));
    }

    [Fact]
    public async Task TypedQuestion_IsAnsweredInAFormAndForgivesSlips()
    {
        var (world, host) = await GameWorld.StartAsync(questions: Asks.Typed());
        await using var _ = world;
        var asked = await AskAsync(world);
        Assert.Empty(asked.Reactions);
        var button = asked.Content.Blocks.OfType<ButtonsBlock>().Single().Buttons.Single();
        var form = Assert.IsType<FormReply>(await world.Fake.Members.PressAsync(world.Ben, asked.Ref, button.Action));
        Assert.Equal("Which word, such as yield, 1?", form.Intro);
        Assert.Equal("Your answer was empty, so nothing was recorded. Press Answer and try again.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("  "))));
        Assert.Equal("An answer has at most 200 characters. Yours was longer, so nothing was recorded.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field(new string('x', 201)))));
        Assert.StartsWith("Your answer: “wrong”.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("wrong"))), StringComparison.Ordinal);
        Assert.StartsWith("Your answer: “Hidden Word1”.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("Hidden\u202E Word1"))), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("✅ 1 of 1 right: @Ben +20", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
        Assert.Contains("so nothing was recorded", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("late"))), StringComparison.Ordinal);
    }
}
