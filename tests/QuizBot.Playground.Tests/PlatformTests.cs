using QuizBot.Chat;
using QuizBot.Chat.Messages;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests;

public sealed class PlatformTests : IAsyncLifetime
{
    private PlaygroundHouse house = null!;

    private IChatPlatform Platform => house.Platform;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await PlaygroundHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Post_SameKeyTwice_GivesTheFirstMessage()
    {
        await using var ada = await house.EnterAsync("ada");
        var first = await Platform.PostAsync(Posts.Saying("once"), "k1");
        var second = await Platform.PostAsync(Posts.Saying("twice"), "k1");
        Assert.Equal(first, second);
        Assert.Equal(["once"], (await ada.ReadAsync("team")).Messages.Select(m => m.Summary));
    }

    [Fact]
    public async Task Post_SameKeyInAnotherChannel_IsAnotherMessage()
    {
        var team = await Platform.PostAsync(Posts.Saying("here"), "k1");
        var quiz = await Platform.PostAsync(new(Posts.Channel("quiz"), "k1", Posts.Saying("there")), Cancellation);
        Assert.NotEqual(team.Id, quiz.Value.Id);
        Assert.Equal(quiz.Value, (await Platform.FindPostAsync(Posts.Channel("quiz"), "k1", default, Cancellation)).Value);
    }

    [Fact]
    public async Task FindPost_KnownAndUnknownKey_GivesMessageOrNull()
    {
        var posted = await Platform.PostAsync(Posts.Saying("here"), "k1");
        Assert.Equal(posted, (await Platform.FindPostAsync(Posts.Team, "k1", default, Cancellation)).Value);
        var missing = await Platform.FindPostAsync(Posts.Team, "k2", default, Cancellation);
        Assert.True(missing.IsDone);
        Assert.Null(missing.Value);
    }

    [Fact]
    public async Task Post_InThread_IsReadThereAndFoundByChannel()
    {
        await using var ada = await house.EnterAsync("ada");
        var root = await Platform.PostAsync(Posts.Saying("root"));
        var thread = await Platform.OpenThreadAsync(root, "Talk", Cancellation);
        Assert.Equal(thread.Value, (await Platform.OpenThreadAsync(root, "Talk again", Cancellation)).Value);
        var reply = await Platform.PostAsync(new(Posts.Team, "k2", Posts.Saying("reply")) { ThreadId = thread.Value, ReplyTo = root.Id }, Cancellation);
        Assert.Equal(reply.Value, (await Platform.FindPostAsync(Posts.Team, "k2", default, Cancellation)).Value);
        Assert.Equal(["root"], (await ada.ReadAsync("team")).Messages.Select(m => m.Summary));
        var inThread = Assert.Single((await ada.ReadAsync("team", thread: long.Parse(thread.Value!))).Messages);
        Assert.Equal("reply", inThread.Summary);
        Assert.Equal("root", inThread.Json["replyTo"]!["summary"]!.GetValue<string>());
        Assert.Equal(1, (await ada.SeeAsync(m => m.Replies > 0)).Replies);
    }

    [Fact]
    public async Task Edit_NewContent_IsShownAndMarked()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await Platform.PostAsync(Posts.Saying("before"));
        Assert.True((await Platform.EditAsync(message, Posts.Saying("after"), Cancellation)).IsDone);
        var seen = await ada.SeeAsync(m => m.Summary == "after");
        Assert.True(seen.IsEdited);
    }

    [Fact]
    public async Task Edit_SameContent_ChangesNothing()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await Platform.PostAsync(Posts.Saying("same"));
        Assert.True((await Platform.EditAsync(message, Posts.Saying("same"), Cancellation)).IsDone);
        var seen = Assert.Single((await ada.ReadAsync("team")).Messages);
        Assert.False(seen.IsEdited);
        Assert.Equal((await ada.SeeAsync(m => m.Summary == "same")).Sequence, seen.Sequence);
    }

    [Fact]
    public async Task AddReactions_SomeThereAlready_KeepsOrderAndPassesOver()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await Platform.PostAsync(Posts.Saying("pick"));
        await Platform.AddReactionsAsync(message, ["1️⃣", "2️⃣"], Cancellation);
        await Platform.AddReactionsAsync(message, ["2️⃣", "3️⃣", "1️⃣"], Cancellation);
        var seen = Assert.Single((await ada.ReadAsync("team")).Messages);
        Assert.Equal(["1️⃣ quizbot", "2️⃣ quizbot", "3️⃣ quizbot"], seen.Reactions);
    }

    [Fact]
    public async Task ListReactions_BotsAndOtherEmoji_AreLeftOut()
    {
        house.StartBot(new ScriptedBot());
        await using var ada = await house.EnterAsync("ada");
        await using var relay = await house.EnterAsync("relay");
        var message = await Platform.PostAsync(Posts.Saying("pick"));
        await Platform.AddReactionsAsync(message, ["1️⃣", "2️⃣"], Cancellation);
        await relay.ReactAsync(message, "1️⃣");
        await ada.ReactAsync(message, "2️⃣");
        await ada.ReactAsync(message, "🎉");
        var standing = await Platform.ListReactionsAsync(message, ["1️⃣", "2️⃣"], Cancellation);
        Assert.Equal([new StandingReaction(new("ada", "Ada", MayManage: true), "2️⃣")], standing.Value);
    }

    [Fact]
    public async Task RemoveReaction_ThereOrNot_IsGoneAfterwards()
    {
        house.StartBot(new ScriptedBot());
        await using var mei = await house.EnterAsync("mei");
        var message = await Platform.PostAsync(Posts.Saying("pick"));
        await mei.ReactAsync(message, "👍");
        Assert.True((await Platform.RemoveReactionAsync(message, "mei", "👍", Cancellation)).IsDone);
        Assert.True((await Platform.RemoveReactionAsync(message, "mei", "👍", Cancellation)).IsDone);
        Assert.Empty((await Platform.ListReactionsAsync(message, ["👍"], Cancellation)).Value!);
    }

    [Fact]
    public async Task TellMember_Private_IsSeenByThemAlone()
    {
        await using var mei = await house.EnterAsync("mei");
        await using var diego = await house.EnterAsync("diego");
        Assert.True((await Platform.TellMemberAsync(Posts.Team, "mei", Posts.Saying("psst"), Cancellation)).IsDone);
        await Platform.PostAsync(Posts.Saying("all"));
        await diego.SeeAsync(m => m.Summary == "all");
        Assert.True((await mei.SeeAsync(m => m.Summary == "psst")).IsPrivate);
        Assert.DoesNotContain(diego.Seen(), m => m.Summary == "psst");
        Assert.Equal(["all"], (await diego.ReadAsync("team")).Messages.Select(m => m.Summary));
        await using var late = await house.EnterAsync("diego", after: 0);
        Assert.Single(late.Welcome["missed"]!.AsArray());
    }

    [Fact]
    public async Task Call_PlaceThatIsNotThere_SaysWhichIsGone()
    {
        var elsewhere = new ChannelRef(new("playground", "elsewhere"), "team");
        var gone = Posts.Channel("gone");
        var message = new MessageRef(Posts.Team, "12");
        Assert.Equal(ChatFailureKind.WorkspaceGone, (await Platform.PostAsync(new(elsewhere, "k", Posts.Saying("x")), Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.ChannelGone, (await Platform.PostAsync(new(gone, "k", Posts.Saying("x")), Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.ChannelGone, (await Platform.PostAsync(new(Posts.Team, "k", Posts.Saying("x")) { ThreadId = "12" }, Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.ChannelGone, (await Platform.CheckChannelAsync(gone, Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await Platform.EditAsync(message, Posts.Saying("x"), Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await Platform.AddReactionsAsync(message, ["👍"], Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await Platform.ListReactionsAsync(new(Posts.Team, "x"), ["👍"], Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await Platform.OpenThreadAsync(message, "x", Cancellation)).Failure?.Kind);
        Assert.Empty((await Platform.CheckChannelAsync(Posts.Team, Cancellation)).Value!);
    }

    [Fact]
    public async Task Message_OfOneChannel_IsNotFoundInAnother()
    {
        var message = await Platform.PostAsync(Posts.Saying("here"));
        var there = new MessageRef(Posts.Channel("quiz"), message.Id);
        Assert.Equal(ChatFailureKind.MessageGone, (await Platform.EditAsync(there, Posts.Saying("x"), Cancellation)).Failure?.Kind);
    }

    public static TheoryData<ChatMessage> Unfit { get; } = new(
        new ChatMessage([]) { Summary = "no blocks" },
        new ChatMessage([new TextBlock("x")]) { Summary = new('x', 151) },
        new ChatMessage([new TextBlock(new string('x', 2901))]) { Summary = "long" },
        new ChatMessage([new ButtonsBlock([new(new('a', 101), "Press")])]) { Summary = "action" },
        new ChatMessage([new TextBlock(ChatText.Link("click", "javascript:alert(1)"))]) { Summary = "link" },
        new ChatMessage([new TableBlock([new("a"), new("b")], [new(["1"])])]) { Summary = "cells" },
        new ChatMessage([new ChoicesBlock([new("1️⃣", "alone")])]) { Summary = "choices" });

    [Theory]
    [MemberData(nameof(Unfit), DisableDiscoveryEnumeration = true)]
    public async Task Post_ContentThatFitsNoPlatform_IsInvalid(ChatMessage content)
    {
        var posted = await Platform.PostAsync(new(Posts.Team, "k", content), Cancellation);
        Assert.Equal(ChatFailureKind.Invalid, posted.Failure?.Kind);
        Assert.Null((await Platform.FindPostAsync(Posts.Team, "k", default, Cancellation)).Value);
    }

    [Fact]
    public async Task FindMember_KnownAndUnknown_GivesMemberOrNull()
    {
        var workspace = Posts.Team.Workspace;
        Assert.Equal(new ChatMember("ada", "Ada", MayManage: true), (await Platform.FindMemberAsync(workspace, "ada", Cancellation)).Value);
        Assert.Null((await Platform.FindMemberAsync(workspace, "nobody", Cancellation)).Value);
        Assert.Equal(ChatFailureKind.WorkspaceGone, (await Platform.FindMemberAsync(new("playground", "x"), "ada", Cancellation)).Failure?.Kind);
    }

    [Fact]
    public async Task Run_UntilCancelled_SaysConnectedAndRestoresOnce()
    {
        var bot = new ScriptedBot();
        Assert.False(Platform.IsConnected);
        house.StartBot(bot);
        await bot.HearAsync<Chat.Events.ConnectionRestored>();
        Assert.True(Platform.IsConnected);
        await house.StopBotAsync();
        Assert.False(Platform.IsConnected);
        Assert.Empty(bot.Rest());
    }
}
