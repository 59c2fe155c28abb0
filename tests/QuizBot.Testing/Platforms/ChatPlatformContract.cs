using QuizBot.Chat;
using QuizBot.Chat.Events;
using QuizBot.Chat.Messages;
using QuizBot.Chat.Replies;
using Xunit;

namespace QuizBot.Testing.Platforms;

/// <summary>What the bot relies on of every platform. An adapter's tests derive from this and say how a member acts there.</summary>
public abstract class ChatPlatformContract
{
    private static readonly string[] Numbers = ["1️⃣", "2️⃣", "3️⃣"];
    private int _keys;

    protected RecordingEvents Events { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the platform with <see cref="Events"/>.</summary>
    protected abstract Task<IChatPlatformDriver> StartAsync();

    [Fact]
    public async Task Start_HandsInThatItHears()
    {
        await using var driver = await StartAsync();
        Assert.Equal(driver.Platform.Name, Assert.Single(Events.Of<ConnectionRestored>()).Platform);
        Assert.True(driver.Platform.IsConnected);
        Assert.Equal(driver.Platform.Name, driver.Channel.Platform);
    }

    [Fact]
    public async Task Post_IsSeenByAllAndFoundByItsKey()
    {
        await using var driver = await StartAsync();
        var since = DateTimeOffset.UnixEpoch;
        Assert.Null((await driver.Platform.FindPostAsync(driver.Channel, "nobody", since, Cancellation)).Value);
        var first = await PostAsync(driver, ContractContent.Line("first"), "0123456789012345678901234");
        var second = await PostAsync(driver, ContractContent.Line("second"), "k2");
        Assert.NotEqual(first, second);
        Assert.Equal(first, (await driver.Platform.FindPostAsync(driver.Channel, "0123456789012345678901234", since, Cancellation)).Value);
        Assert.Equal(second, (await driver.Platform.FindPostAsync(driver.Channel, "k2", since, Cancellation)).Value);
        foreach (var member in new[] { driver.Ann, driver.Bob })
            Assert.Equal(["first", "second"], (await driver.SeenAsync(member)).Select(m => m.Text.Trim()));
    }

    [Fact]
    public async Task Edit_ReplacesTheContentAndKeepsReactions()
    {
        await using var driver = await StartAsync();
        var message = await PostAsync(driver, ContractContent.Buttons("x:1"));
        await driver.ReactAsync(driver.Ann, message, "1️⃣");
        for (var i = 0; i < 2; i++)
            Done(await driver.Platform.EditAsync(message, ContractContent.Line("changed"), Cancellation));
        var seen = Assert.Single(await driver.SeenAsync(driver.Bob));
        Assert.Equal("changed", seen.Text.Trim());
        Assert.Empty(seen.Actions);
        Assert.Single(seen.Reactions);
    }

    [Fact]
    public async Task OwnReactions_StandInOrderAndOnce()
    {
        await using var driver = await StartAsync();
        var message = await PostAsync(driver, ContractContent.Line("x"));
        Done(await driver.Platform.AddReactionsAsync(message, Numbers[..2], Cancellation));
        Done(await driver.Platform.AddReactionsAsync(message, Numbers, Cancellation));
        Assert.Equal(Numbers, Assert.Single(await driver.SeenAsync(driver.Ann)).Reactions.Select(r => r.Emoji));
    }

    [Fact]
    public async Task Reactions_OfMembers_AreHandedInInOrder()
    {
        await using var driver = await StartAsync();
        var message = await PostAsync(driver, ContractContent.Line("x"));
        await driver.ReactAsync(driver.Ann, message, "1️⃣");
        await driver.ReactAsync(driver.Ann, message, "2️⃣");
        await driver.UnreactAsync(driver.Ann, message, "1️⃣");
        var heard = Events.Of<ReactionChanged>().Where(r => !r.Member.IsBot).ToList();
        Assert.Equal([("1️⃣", true), ("2️⃣", true), ("1️⃣", false)], heard.Select(r => (r.Emoji, r.Added)));
        Assert.All(heard, r => Assert.Equal((message, driver.Ann.Id), (r.Message, r.Member.Id)));
        Assert.True(heard[0].Order < heard[1].Order && heard[1].Order < heard[2].Order);
    }

    [Fact]
    public async Task ListReactions_HasMembersAlone()
    {
        await using var driver = await StartAsync();
        var message = await PostAsync(driver, ContractContent.Line("x"));
        Done(await driver.Platform.AddReactionsAsync(message, Numbers, Cancellation));
        await driver.ReactAsync(driver.Ann, message, "1️⃣");
        await driver.ReactAsync(driver.Bob, message, "2️⃣");
        await driver.ReactAsync(driver.Bob, message, "🎉");
        if (driver.Robot is { } robot)
            await driver.ReactAsync(robot, message, "3️⃣");
        var listed = await driver.Platform.ListReactionsAsync(message, Numbers, Cancellation);
        Assert.Equal(
            new[] { (driver.Ann.Id, "1️⃣"), (driver.Bob.Id, "2️⃣") }.Order(), listed.Value!.Select(r => (r.Member.Id, r.Emoji)).Order());
        Assert.All(listed.Value!, r => Assert.NotEmpty(r.Member.Name));
    }

    [Fact]
    public async Task RemoveReaction_TakesOneAway()
    {
        await using var driver = await StartAsync();
        if (!driver.Platform.Capabilities.RemovesReactions)
            return;
        var message = await PostAsync(driver, ContractContent.Line("x"));
        await driver.ReactAsync(driver.Ann, message, "1️⃣");
        await driver.ReactAsync(driver.Bob, message, "1️⃣");
        for (var i = 0; i < 2; i++)
            Done(await driver.Platform.RemoveReactionAsync(message, driver.Ann.Id, "1️⃣", Cancellation));
        Assert.Equal([(driver.Bob.Id, "1️⃣")], Assert.Single(await driver.SeenAsync(driver.Ann)).Reactions);
    }

    [Fact]
    public async Task Thread_IsOpenedOnceAndPostedIn()
    {
        await using var driver = await StartAsync();
        var message = await PostAsync(driver, ContractContent.Line("root"));
        var thread = await driver.Platform.OpenThreadAsync(message, new string('n', 100), Cancellation);
        Assert.Equal(thread.Value, (await driver.Platform.OpenThreadAsync(message, "again", Cancellation)).Value);
        var posted = await driver.Platform.PostAsync(new ChatPost(driver.Channel, "t1", ContractContent.Line("in it")) { ThreadId = thread.Value }, Cancellation);
        Assert.True(posted.IsDone, posted.Failure?.Detail);
        Assert.Equal(thread.Value, (await driver.SeenAsync(driver.Bob)).Single(m => m.Text.Trim() == "in it").ThreadId);
        Assert.Equal(posted.Value, (await driver.Platform.FindPostAsync(driver.Channel, "t1", DateTimeOffset.UnixEpoch, Cancellation)).Value);
    }

    [Fact]
    public async Task Reply_NamesTheMessageItAnswers()
    {
        await using var driver = await StartAsync();
        var message = await PostAsync(driver, ContractContent.Line("question"));
        var reply = await driver.Platform.PostAsync(new ChatPost(driver.Channel, "r", ContractContent.Line("answer")) { ReplyTo = message.Id }, Cancellation);
        Assert.True(reply.IsDone, reply.Failure?.Detail);
        Assert.Equal(message.Id, (await driver.SeenAsync(driver.Ann))[^1].ReplyTo);
        var lost = await driver.Platform.PostAsync(new ChatPost(driver.Channel, "r2", ContractContent.Line("x")) { ReplyTo = driver.MissingMessage.Id }, Cancellation);
        Assert.Equal(ChatFailureKind.MessageGone, lost.Failure?.Kind);
    }

    [Fact]
    public async Task Command_IsHandedInAndItsPrivateReplyIsForOneAlone()
    {
        await using var driver = await StartAsync();
        Events.Reply = _ => new PrivateReply(ContractContent.Line("for you"));
        await driver.TypeAsync(driver.Ann, "/help");
        Assert.Equal(driver.Ann.Id, CommandBy().Member.Id);
        Assert.True(Assert.Single(await driver.SeenAsync(driver.Ann), m => m.Text.Trim() == "for you").IsPrivate);
        Assert.DoesNotContain(await driver.SeenAsync(driver.Bob), m => m.Text.Contains("for you", StringComparison.Ordinal));

        (ChatMember Member, ChannelRef Channel) CommandBy() => Events.Of<CommandTyped>() is [var typed]
            ? (typed.Member, typed.Channel)
            : Assert.Single(Events.Of<CommandInvoked>()) is var invoked ? (invoked.Member, invoked.Channel) : default;
    }

    [Fact]
    public async Task Button_IsHandedInAndItsPublicReplyIsForAll()
    {
        await using var driver = await StartAsync();
        await PostAsync(driver, ContractContent.Buttons("a:1", "b:2"));
        Events.Reply = _ => new PublicReply(ContractContent.Line("for all"));
        var seen = Assert.Single(await driver.SeenAsync(driver.Ann));
        Assert.Equal(["a:1", "b:2"], seen.Actions);
        await driver.PressAsync(driver.Ann, seen, "b:2");
        await driver.PressAsync(driver.Ann, seen, "a:1");
        var pressed = Events.Of<ButtonPressed>();
        Assert.Equal([("b:2", seen.Ref, driver.Ann.Id), ("a:1", seen.Ref, driver.Ann.Id)], pressed.Select(p => (p.Action, p.Message, p.Member.Id)));
        Assert.True(pressed[0].Order < pressed[1].Order);
        Assert.Equal(2, (await driver.SeenAsync(driver.Bob)).Count(m => m.Text.Trim() == "for all" && !m.IsPrivate));
    }

    [Fact]
    public async Task UpdateReply_ReplacesThePrivateMessageWhoseButtonWasPressed()
    {
        await using var driver = await StartAsync();
        Events.Reply = happened => happened is ButtonPressed ? new UpdateReply(ContractContent.Line("page 2")) : new PrivateReply(ContractContent.Buttons("next:2"));
        await driver.TypeAsync(driver.Ann, "/help");
        await driver.PressAsync(driver.Ann, Assert.Single(await driver.SeenAsync(driver.Ann), m => m.IsPrivate), "next:2");
        Assert.Equal("page 2", Assert.Single(await driver.SeenAsync(driver.Ann), m => m.IsPrivate).Text.Trim());
    }

    [Fact]
    public async Task UpdateReply_OnAPublicMessage_IsShownInPrivate()
    {
        await using var driver = await StartAsync();
        await PostAsync(driver, ContractContent.Buttons("a:1"));
        Events.Reply = _ => new UpdateReply(ContractContent.Line("mine"));
        await driver.PressAsync(driver.Ann, Assert.Single(await driver.SeenAsync(driver.Ann)), "a:1");
        Assert.Equal("mine", Assert.Single(await driver.SeenAsync(driver.Ann), m => m.IsPrivate).Text.Trim());
        Assert.Equal(["a:1"], Assert.Single(await driver.SeenAsync(driver.Bob)).Actions);
    }

    [Fact]
    public async Task Form_IsOpenedAndItsFieldsAreHandedIn()
    {
        await using var driver = await StartAsync();
        await PostAsync(driver, ContractContent.Buttons("type:1"));
        var action = "type:1:" + new string('x', 90);
        Events.Reply = happened => happened is ButtonPressed
            ? new FormReply(new string('F', 24), action, [new FormField("answer", "Answer", 200)], "What is asked")
            : new PrivateReply(ContractContent.Line("thanks"));
        await driver.PressAsync(driver.Bob, Assert.Single(await driver.SeenAsync(driver.Bob)), "type:1");
        Assert.Equal(["answer"], (await driver.SeenFormAsync(driver.Bob))!.Fields);
        Assert.Null(await driver.SeenFormAsync(driver.Ann));
        await driver.SubmitAsync(driver.Bob, new Dictionary<string, string> { ["answer"] = ContractContent.Hostile });
        var submitted = Assert.Single(Events.Of<FormSubmitted>());
        Assert.Equal((action[..97], driver.Bob.Id, driver.Channel, ContractContent.Hostile), (submitted.Action[..97], submitted.Member.Id, submitted.Channel, submitted.Fields["answer"]));
        Assert.True(submitted.Order > Events.Of<ButtonPressed>()[0].Order);
        Assert.Contains(await driver.SeenAsync(driver.Bob), m => m.IsPrivate && m.Text.Trim() == "thanks");
    }

    [Fact]
    public async Task TellMember_IsForOneAlone()
    {
        await using var driver = await StartAsync();
        Done(await driver.Platform.TellMemberAsync(driver.Channel, driver.Ann.Id, ContractContent.Line("psst"), Cancellation));
        Assert.True(Assert.Single(await driver.SeenAsync(driver.Ann), m => m.Text.Trim() == "psst").IsPrivate);
        Assert.Empty(await driver.SeenAsync(driver.Bob));
    }

    [Fact]
    public async Task Members_AreLookedUp()
    {
        await using var driver = await StartAsync();
        var found = await driver.Platform.FindMemberAsync(driver.Channel.Workspace, driver.Ann.Id, Cancellation);
        Assert.Equal((driver.Ann.Id, driver.Ann.Name), (found.Value!.Id, found.Value.Name));
        var missing = await driver.Platform.FindMemberAsync(driver.Channel.Workspace, "999999999999999999", Cancellation);
        Assert.True(missing.IsDone, missing.Failure?.Detail);
        Assert.Null(missing.Value);
        if (!await driver.LeaveAsync(driver.Bob))
            return;
        Assert.Equal(driver.Bob.Id, Assert.Single(Events.Of<MemberLeft>()).MemberId);
        Assert.Null((await driver.Platform.FindMemberAsync(driver.Channel.Workspace, driver.Bob.Id, Cancellation)).Value);
    }

    [Fact]
    public async Task Check_OfAChannelThatMayBeUsed_LacksNothing()
    {
        await using var driver = await StartAsync();
        Assert.Empty((await driver.Platform.CheckChannelAsync(driver.Channel, Cancellation)).Value!);
    }

    [Fact]
    public async Task MissingChannel_IsGoneToEveryCall()
    {
        await using var driver = await StartAsync();
        var (platform, gone) = (driver.Platform, driver.MissingChannel);
        var message = new MessageRef(gone, driver.MissingMessage.Id);
        ChatFailure?[] failures =
        [
            (await platform.PostAsync(new ChatPost(gone, "k", ContractContent.Line("x")), Cancellation)).Failure,
            (await platform.FindPostAsync(gone, "k", DateTimeOffset.UnixEpoch, Cancellation)).Failure,
            (await platform.EditAsync(message, ContractContent.Line("x"), Cancellation)).Failure,
            (await platform.AddReactionsAsync(message, Numbers, Cancellation)).Failure,
            (await platform.ListReactionsAsync(message, Numbers, Cancellation)).Failure,
            (await platform.OpenThreadAsync(message, "t", Cancellation)).Failure,
            (await platform.CheckChannelAsync(gone, Cancellation)).Failure,
        ];
        Assert.All(failures, f => Assert.Equal(ChatFailureKind.ChannelGone, f?.Kind));
    }

    [Fact]
    public async Task MissingMessage_IsGoneToEveryCall()
    {
        await using var driver = await StartAsync();
        var (platform, gone) = (driver.Platform, driver.MissingMessage);
        ChatFailure?[] failures =
        [
            (await platform.EditAsync(gone, ContractContent.Line("x"), Cancellation)).Failure,
            (await platform.AddReactionsAsync(gone, Numbers, Cancellation)).Failure,
            (await platform.ListReactionsAsync(gone, Numbers, Cancellation)).Failure,
            (await platform.OpenThreadAsync(gone, "t", Cancellation)).Failure,
        ];
        Assert.All(failures, f => Assert.Equal(ChatFailureKind.MessageGone, f?.Kind));
    }

    [Fact]
    public async Task HostileText_IsShownToTheLetterAndNotifiesNobody()
    {
        await using var driver = await StartAsync();
        await PostAsync(driver, new ChatMessage([new TextBlock(ContractContent.Hostile), new NoteBlock(ChatText.Member(driver.Bob.Id, "@everyone"))]) { Summary = "@everyone <!channel>" });
        var seen = Assert.Single(await driver.SeenAsync(driver.Bob));
        Assert.Contains(ContractContent.Hostile, seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.Mentions);
    }

    [Fact]
    public async Task EveryKindOfContent_IsShown()
    {
        await using var driver = await StartAsync();
        await PostAsync(driver, ContractContent.EveryKind(driver.Bob.Id, driver.Channel.Id));
        var seen = Assert.Single(await driver.SeenAsync(driver.Ann));
        foreach (var part in new[] { "A heading", "plain ", "bold", "code", "title", "    return `x`", "one", "two", "cell", "a note" })
            Assert.Contains(part, seen.Text, StringComparison.Ordinal);
        Assert.Equal(["a:1"], seen.Actions);
    }

    [Fact]
    public async Task LargestContent_IsShown()
    {
        await using var driver = await StartAsync();
        await PostAsync(driver, ContractContent.Largest());
        await PostAsync(driver, ContractContent.Table());
        var seen = await driver.SeenAsync(driver.Ann);
        Assert.Equal(25, seen[0].Actions.Distinct().Count());
        Assert.Contains(new string('t', 2_000), seen[0].Text, StringComparison.Ordinal);
        Assert.Contains("Member 25", seen[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HundredThousandCharacters_AreRefusedAsInvalidOrCut()
    {
        await using var driver = await StartAsync();
        var posted = await driver.Platform.PostAsync(new ChatPost(driver.Channel, "long", ContractContent.Line(new string('x', 100_000))), Cancellation);
        if (!posted.IsDone)
            Assert.Equal(ChatFailureKind.Invalid, posted.Failure.Kind);
        else
            Assert.InRange(Assert.Single(await driver.SeenAsync(driver.Ann)).Text.Length, 1, 50_000);
        await PostAsync(driver, ContractContent.Line("still here"));
    }

    [Fact]
    public async Task ManyPostsAtOnce_AllStand()
    {
        await using var driver = await StartAsync();
        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PostAsync(driver, ContractContent.Line($"post {i}"), $"many{i}")));
        Assert.Equal(20, posted.Distinct().Count());
        Assert.Equal(20, (await driver.SeenAsync(driver.Ann)).Count);
    }

    private static void Done(ChatResult result) => Assert.True(result.IsDone, result.Failure?.Detail);

    private async Task<MessageRef> PostAsync(IChatPlatformDriver driver, ChatMessage content, string? key = null)
    {
        var posted = await driver.Platform.PostAsync(new ChatPost(driver.Channel, key ?? $"key{Interlocked.Increment(ref _keys)}", content), Cancellation);
        Assert.True(posted.IsDone, posted.Failure?.Detail);
        return posted.Value;
    }
}
