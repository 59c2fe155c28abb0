using QuizBot.Chat;
using QuizBot.Discord.Rendering;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Snowflakes;

namespace QuizBot.Discord.Tests.Adapter.Channels;

public sealed class PostTests
{
    private static readonly DateTimeOffset Since = new(2025, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_CarriesItsKeyAsNonceAndMark()
    {
        await using var house = new AdapterHouse();
        await house.Platform.PostAsync(new ChatPost(Sample.ChannelRef, "0123456789abcdef", Sample.Line("x")), Cancellation);
        var (channel, message) = ((ulong, OutgoingMessage))house.Client.Of("post").Single();
        Assert.Equal((Sample.Channel, "0123456789abcdef", PostMark.Of("0123456789abcdef")), (channel, message.Nonce, message.Embeds[^1].Footer));
        Assert.Matches("^#[0-9a-z]{8}$", message.Embeds[^1].Footer!);
    }

    [Fact]
    public async Task Post_InAThread_StaysAMessageOfItsChannel()
    {
        await using var house = new AdapterHouse();
        var posted = await house.Platform.PostAsync(
            new ChatPost(Sample.ChannelRef, "k", Sample.Line("x")) { ThreadId = "55", ReplyTo = "55" }, Cancellation);
        Assert.Equal(new MessageRef(Sample.ChannelRef, "55/1"), posted.Value);
        var (channel, message) = ((ulong, OutgoingMessage))house.Client.Of("post").Single();
        Assert.Equal((55UL, null), (channel, message.ReplyTo));
        await house.Platform.EditAsync(posted.Value, Sample.Line("y"), Cancellation);
        var (place, id, _) = ((ulong, ulong, OutgoingMessage))house.Client.Of("edit").Single();
        Assert.Equal((55UL, 1UL), (place, id));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "mark")]
    public async Task FindPost_KnowsItsOwnByNonceOrMark(bool nonce, string? footer)
    {
        await using var house = new AdapterHouse();
        var first = Snowflake.At(Since);
        house.Client.Messages[Sample.Channel] =
        [
            new(first - 1, Sample.Self, "k1", []),
            // A member can copy a mark.
            new(first + 5, Sample.Ann.Id, "k1", [PostMark.Of("k1")]),
            new(first + 6, Sample.Self, "k2", [PostMark.Of("k2")]),
            .. Enumerable.Range(10, 250).Select(i => new FoundMessage(first + (ulong)i, Sample.Ann.Id, null, [])),
            new(first + 500, Sample.Self, nonce ? "k1" : null, footer is null ? [] : ["", PostMark.Of("k1")]),
        ];
        var found = await house.Platform.FindPostAsync(Sample.ChannelRef, "k1", Since, Cancellation);
        Assert.Equal(DiscordIds.Message(Sample.ChannelRef, first + 500), found.Value);
        Assert.Null((await house.Platform.FindPostAsync(Sample.ChannelRef, "k3", Since, Cancellation)).Value);
    }

    [Fact]
    public async Task FindPost_LooksInThreadsBelowTheBotsMessages()
    {
        await using var house = new AdapterHouse();
        var root = Snowflake.At(Since) + 5;
        house.Client.Messages[Sample.Channel] = [new(root, Sample.Self, null, []) { HasThread = true }, new(root + 1, Sample.Ann.Id, null, []) { HasThread = true }];
        house.Client.Messages[root] = [new(root + 9, Sample.Self, null, [PostMark.Of("k")])];
        Assert.Equal(new MessageRef(Sample.ChannelRef, $"{root}/{root + 9}"), (await house.Platform.FindPostAsync(Sample.ChannelRef, "k", Since, Cancellation)).Value);
        Assert.DoesNotContain((root + 1, Snowflake.At(Since)), house.Client.Of("list messages"));
    }

    [Fact]
    public async Task OpenThread_ThatIsThere_IsFound()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = call => call == "thread" ? new DiscordFailure(400, 160004, "A thread has already been created for this message") : null;
        Assert.Equal($"{Sample.Message}", (await house.Platform.OpenThreadAsync(Sample.MessageRef, "t", Cancellation)).Value);
    }

    [Fact]
    public async Task OpenThread_WithinAThread_IsThatThread()
    {
        await using var house = new AdapterHouse();
        house.Client.Channels.Add(new DiscordChannel(99, Sample.Guild, 11, "thread", Sample.Channel, []));
        house.Client.Fail = call => call == "thread" ? new DiscordFailure(400, 50024, "Cannot execute action on this channel type") : null;
        var message = DiscordIds.Message(DiscordIds.Channel(Sample.Guild, 99), 5);
        Assert.Equal("99", (await house.Platform.OpenThreadAsync(message, "t", Cancellation)).Value);
        Assert.Equal(ChatFailureKind.Forbidden, (await house.Platform.OpenThreadAsync(Sample.MessageRef, "t", Cancellation)).Failure?.Kind);
    }

    [Fact]
    public async Task TellMember_WritesToThemDirectly()
    {
        await using var house = new AdapterHouse();
        Assert.True((await house.Platform.TellMemberAsync(Sample.ChannelRef, "41", Sample.Line("psst"), Cancellation)).IsDone);
        var (channel, message) = ((ulong, OutgoingMessage))house.Client.Of("post").Single();
        Assert.Equal((1_041UL, 24), (channel, message.Nonce?.Length));
        house.Client.Fail = call => call == "post" ? new DiscordFailure(403, 50007, "Cannot send messages to this user") : null;
        var refused = await house.Platform.TellMemberAsync(Sample.ChannelRef, "41", Sample.Line("psst"), Cancellation);
        Assert.Equal((ChatFailureKind.Forbidden, "the member takes no direct messages from this server"), (refused.Failure!.Kind, refused.Failure.Detail));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    public async Task Ids_ThatAreNoneOfDiscords_AreGoneAndAskNobody(string id)
    {
        await using var house = new AdapterHouse();
        var (platform, channel, message) = (house.Platform, Sample.ChannelRef with { Id = id }, Sample.MessageRef with { Id = id });
        Assert.Equal(ChatFailureKind.ChannelGone, (await platform.PostAsync(new ChatPost(channel, "k", Sample.Line("x")), Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.ChannelGone, (await platform.FindPostAsync(channel, "k", Since, Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.ChannelGone, (await platform.CheckChannelAsync(channel, Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await platform.EditAsync(message, Sample.Line("x"), Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await platform.AddReactionsAsync(message, ["1️⃣"], Cancellation)).Failure?.Kind);
        Assert.Equal(ChatFailureKind.MessageGone, (await platform.OpenThreadAsync(message, "t", Cancellation)).Failure?.Kind);
        Assert.Null((await platform.FindMemberAsync(Sample.ChannelRef.Workspace, id, Cancellation)).Value);
        Assert.Equal(ChatFailureKind.WorkspaceGone, (await platform.FindMemberAsync(new WorkspaceRef("discord", id), "41", Cancellation)).Failure?.Kind);
        Assert.Empty(house.Client.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01234567890123456789012345")]
    public async Task Key_OfTheWrongLength_IsRefused(string key)
    {
        await using var house = new AdapterHouse();
        Assert.Equal(ChatFailureKind.Invalid, (await house.Platform.PostAsync(new ChatPost(Sample.ChannelRef, key, Sample.Line("x")), Cancellation)).Failure?.Kind);
    }

    [Fact]
    public async Task MentionRole_IsThatOfTheServer()
    {
        await using var house = new AdapterHouse(settings: ($"MentionRoles:{Sample.Guild}", "77"));
        await house.Platform.PostAsync(new ChatPost(Sample.ChannelRef, "k", Sample.Line("x") with { Announces = true }), Cancellation);
        await house.Platform.PostAsync(new ChatPost(DiscordIds.Channel(3, 4), "k", Sample.Line("x") with { Announces = true }), Cancellation);
        var posts = house.Client.Of("post").Cast<(ulong Channel, OutgoingMessage Message)>().ToList();
        Assert.Equal([77UL], posts[0].Message.MentionRoles);
        Assert.StartsWith("<@&77> ", posts[0].Message.Content, StringComparison.Ordinal);
        Assert.Empty(posts[1].Message.MentionRoles);
    }
}
