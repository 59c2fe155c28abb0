using Microsoft.EntityFrameworkCore;
using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using QuizBot.Game.Deadlines;
using QuizBot.Game.Messages;
using QuizBot.Game.Rounds;
using QuizBot.Game.Tests.Harness;
using QuizBot.Storage;
using QuizBot.Testing.Platforms;

namespace QuizBot.Game.Tests.Answers;

public sealed class AnswerTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task ButtonThenReaction_TheLaterCountsAndTheButtonIsConfirmedInPrivate(StorageProvider provider)
    {
        var (world, host, asked) = await OpenAsync(provider);
        await using var _ = world;
        var reply = await world.PressLabelAsync(world.Ben, asked, "2");
        Assert.StartsWith("Your answer: 2️⃣ ", reply, StringComparison.Ordinal);
        Assert.Contains("You may change it until it closes <2025-11-24 17:00:00>.", reply, StringComparison.Ordinal);
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "3️⃣");
        Assert.Equal(2, await ChoiceAsync(world, world.Ben));
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "3️⃣");
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("Closed. 1 answer.", PlainRendering.Of(asked.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondReaction_TakesTheFirstOffTheMessage()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        foreach (var emoji in new[] { "1️⃣", "2️⃣", "4️⃣" })
            await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, emoji);
        await host.Get<Lanes>().Running;
        Assert.Equal("4️⃣", StandingOf(world.Ben, asked));
        Assert.Equal(3, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task Button_AfterAReaction_TakesItOffTheMessage()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.PressLabelAsync(world.Ben, asked, "2");
        await host.Get<Lanes>().Running;
        Assert.Equal("", StandingOf(world.Ben, asked));
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task FirstReactionPutOnAgain_WhileItIsTakenOff_AnswerIsWhatStandsOnTheMessage(bool tellsOfOwnRemovals)
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        world.Fake.TellsOfOwnRemovals = tellsOfOwnRemovals;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        var hang = world.Fake.Hang(FakeOperation.RemoveReaction);
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "2️⃣");
        await Until.TrueAsync(() => hang.Waiting == 1, "the first is being taken off");
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
        world.Time.Advance(TimeSpan.FromMilliseconds(100));
        world.Fake.Mend();
        await host.Get<Lanes>().Running;
        Assert.Equal("2️⃣", StandingOf(world.Ben, asked));
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        // And nothing of it lingers.
        world.Time.Advance(TimeSpan.FromMilliseconds(100));
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await host.Get<Lanes>().Running;
        Assert.Equal("1️⃣", StandingOf(world.Ben, asked));
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task SecondReaction_IsRecordedWhileTheFirstCannotBeTakenOff()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        using var hang = world.Fake.Hang(FakeOperation.RemoveReaction);
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "2️⃣");
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        await Until.TrueAsync(() => hang.Waiting == 1, "the first is being taken off");
        Assert.Equal(2, asked.Reactions.Count(r => r.Member == world.Ben));
    }

    [Fact]
    public async Task RemovedReaction_WithoutAName_KeepsTheNameAndBringsNobodyBack()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.HandAsync(new MemberLeft("", world.Fake.Workspace, world.Ben.Id));
        await world.Fake.Members.HandAsync(new ReactionChanged(
            "", asked.Ref, new ChatMember(world.Ben.Id, "member 2") { NameIsProvisional = true }, "1️⃣", Added: false, long.MaxValue));
        Assert.Null(await ChoiceAsync(world, world.Ben));
        var kept = await world.ReadAsync(db => db.Members.SingleAsync(m => m.ExternalId == world.Ben.Id, TestContext.Current.CancellationToken));
        Assert.Equal((world.Ben.Name, true), (kept.Name, kept.Left));
    }

    [Fact]
    public async Task Reconciliation_OfReactionsThatStand_BringsNobodyBack()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.LeaveAsync(world.Ben);
        await host.Get<IChatEvents>().HandleAsync(new ConnectionRestored("", world.Fake.Name), TestContext.Current.CancellationToken);
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
        Assert.True(await world.ReadAsync(db => db.Members.AnyAsync(m => m.ExternalId == world.Ben.Id && m.Left, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SecondReaction_WhereNoneCanBeTakenOff_CountsAllTheSame()
    {
        var (world, _) = await GameWorld.StartAsync(removesReactions: false);
        await using var _2 = world;
        var asked = await AskAsync(world);
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "2️⃣");
        Assert.Equal(1, await ChoiceAsync(world, world.Ben));
        Assert.Equal(0, world.Fake.Calls(FakeOperation.RemoveReaction));
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "2️⃣");
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

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
    public async Task Answer_BeforeTheMessagesIdIsCommitted_Counts()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "posted, and the bot does not know yet");
        var reaction = world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, "1️⃣");
        var press = world.PressLabelAsync(world.Chen, world.Asked[0], "2");
        world.Fake.Mend();
        await reaction;
        Assert.StartsWith("Your answer: 2️⃣", await press, StringComparison.Ordinal);
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
    }

    [Fact]
    public async Task Answer_WhileThePostDoesNotReturn_IsAcknowledgedInTimeAndItsReactionCounts()
    {
        var (world, host) = await GameWorld.StartAsync();
        await using var _ = world;
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(TimeSpan.FromHours(1));
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "posted, and the bot does not know yet");
        var started = world.Time.GetUtcNow();
        var reaction = world.Fake.Members.ReactAsync(world.Ben, world.Asked[0].Ref, "1️⃣");
        var press = world.PressLabelAsync(world.Chen, world.Asked[0], "2");
        await Until.TrueAsync(
            () =>
            {
                world.Time.Advance(TimeSpan.FromMilliseconds(50));
                return reaction.IsCompleted && press.IsCompleted;
            }, "both acknowledged while the post still hangs");
        Assert.Equal(1, hang.Waiting);
        Assert.True(world.Time.GetUtcNow() - started < TimeSpan.FromSeconds(3), "platforms wait 3 s");
        Assert.Equal("That question is only just being posted, so nothing was recorded. Please answer again in a moment.", await press);
        world.Fake.Mend();
        await Until.TrueAsync(async () => (await AnswersAsync(world)).Count == 1, "the reaction is read from the message");
        Assert.Equal(0, await ChoiceAsync(world, world.Ben));
        Assert.StartsWith("Your answer: 2️⃣", await world.PressLabelAsync(world.Chen, world.Asked[0], "2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAQuestionThatStands_DoesNotWaitForAnotherThatIsBeingPosted()
    {
        var (world, first, asked) = await OpenAsync();
        await using var _ = world;
        await first.DisposeAsync();
        // A host that has not heard of the question yet.
        var host = await world.StartHostAsync();
        await host.ConnectedAsync();
        await world.TypeAsync(world.Anna, "/quiz start");
        host.Get<ActiveRounds>().Forget(world.General, asked.Ref.Id);
        var hang = world.Fake.Hang(FakeOperation.Post, happened: true);
        world.Time.Advance(Playing.Lobby);
        await host.BeginAsync();
        await Until.TrueAsync(() => hang.Waiting == 1, "the quiz's question is being posted");
        var press = world.PressLabelAsync(world.Chen, asked, "2").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.StartsWith("Your answer: 2️⃣", await press, StringComparison.Ordinal);
        Assert.Equal(1, hang.Waiting);
    }

    [Fact]
    public async Task Reconcile_AfterAGap_TakesInWhatWasAddedAndRemoved()
    {
        var (world, _, asked) = await OpenAsync();
        await using var _2 = world;
        await world.Fake.Members.ReactAsync(world.Ben, asked.Ref, "1️⃣");
        world.Fake.Members.IsDeaf = true;
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Fake.Members.UnreactAsync(world.Ben, asked.Ref, "1️⃣");
        await world.Fake.Members.ReactAsync(world.Chen, asked.Ref, "2️⃣");
        world.Time.Advance(TimeSpan.FromSeconds(1));
        world.Fake.Members.IsDeaf = false;
        await world.Fake.Members.HandAsync(new ConnectionRestored("", world.Fake.Name));
        Assert.Null(await ChoiceAsync(world, world.Ben));
        Assert.Equal(1, await ChoiceAsync(world, world.Chen));
    }

    [Fact]
    public async Task Reconcile_ThatCannotReadNow_ReadsLater()
    {
        var (world, host, asked) = await OpenAsync();
        await using var _ = world;
        world.Fake.Members.IsDeaf = true;
        await world.Fake.Members.ReactAsync(world.Chen, asked.Ref, "2️⃣");
        world.Fake.Members.IsDeaf = false;
        world.Fake.Fail(FakeOperation.ListReactions, ChatFailureKind.Unavailable, times: 2);
        await world.Fake.Members.HandAsync(new ConnectionRestored("", world.Fake.Name));
        Assert.Empty(await AnswersAsync(world));
        await host.AdvanceAsync(TimeSpan.FromSeconds(31));
        await host.AdvanceAsync(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await ChoiceAsync(world, world.Chen));
        Assert.Equal(3, world.Fake.Calls(FakeOperation.ListReactions));
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
        Assert.Equal("Which word 1?", form.Intro);
        Assert.Equal("Your answer was empty, so nothing was recorded. Press Answer and try again.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("  "))));
        Assert.Equal("An answer has at most 200 characters. Yours was longer, so nothing was recorded.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field(new string('x', 201)))));
        Assert.StartsWith("Your answer: “wrong”.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("wrong"))), StringComparison.Ordinal);
        Assert.StartsWith("Your answer: “Hidden Word1”.", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("Hidden\u202E Word1"))), StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("✅ 1 of 1 right: @Ben +20", PlainRendering.Of(world.Revealed[0].Content), StringComparison.Ordinal);
        Assert.Contains("so nothing was recorded", PlainRendering.Of(await world.Fake.Members.SubmitAsync(world.Ben, world.General, form.Action, Field("late"))), StringComparison.Ordinal);
    }

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
            "2 answers, and none of them right: a hard one. Worth a talk in the team.",
            "✅ 1 of 2 right: @Ben +10",
            "One answer, and it was not right: a hard one. Worth a second look.",
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
        Assert.Contains("Closed. The model answer is below.", PlainRendering.Of(world.Asked[0].Content), StringComparison.Ordinal);
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

    private static Dictionary<string, string> Field(string answer) => new() { ["answer"] = answer };

    private static async Task<(GameWorld World, GameHost Host, FakeMessage Asked)> OpenAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var (world, host) = await GameWorld.StartAsync(provider);
        await world.TypeAsync(world.Anna, "/daily set 09:00 UTC");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        return (world, host, world.Asked[0]);
    }

    private static async Task<FakeMessage> AskAsync(GameWorld world, ChannelRef? channel = null, string options = "")
    {
        await world.TypeAsync(world.Anna, "/daily set 23:00 UTC " + options, channel);
        await world.TypeAsync(world.Anna, "/daily now", channel);
        var room = channel ?? world.General;
        await Until.TrueAsync(async () => (await world.RoundsAsync()).All(r => r.Furnished), "posted");
        return world.Fake.In(room).Last(m => m.Key is { Length: 16 });
    }

    private static string StandingOf(ChatMember member, FakeMessage message) =>
        string.Join(' ', message.Reactions.Where(r => r.Member == member).Select(r => r.Emoji));

    private static async Task<int?> ChoiceAsync(GameWorld world, ChatMember member) =>
        (await AnswersAsync(world)).Single(a => a.Member == member.Id).Choice;

    private static Task<List<(string Member, int? Choice)>> AnswersAsync(GameWorld world) => world.ReadAsync(async db => (await (
        from a in db.Answers
        join m in db.Members on a.MemberId equals m.Id
        select new { m.ExternalId, a.Choice }).ToListAsync(TestContext.Current.CancellationToken)).Select(a => (a.ExternalId, a.Choice)).ToList());
}
