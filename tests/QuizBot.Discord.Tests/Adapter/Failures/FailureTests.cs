using QuizBot.Chat;
using QuizBot.Discord.Channels;
using QuizBot.Discord.Failures;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Adapter.Failures;

public sealed class FailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, 10003, ChatFailureKind.ChannelGone)]
    [InlineData(404, 10004, ChatFailureKind.WorkspaceGone)]
    [InlineData(404, 10008, ChatFailureKind.MessageGone)]
    [InlineData(400, 50083, ChatFailureKind.ChannelGone)]
    [InlineData(403, 160005, ChatFailureKind.Forbidden)]
    [InlineData(403, 160002, ChatFailureKind.Forbidden)]
    [InlineData(400, 50035, ChatFailureKind.Invalid)]
    [InlineData(400, 50006, ChatFailureKind.Invalid)]
    [InlineData(400, 50109, ChatFailureKind.Invalid)]
    [InlineData(400, 200000, ChatFailureKind.Forbidden)]
    [InlineData(429, 20028, ChatFailureKind.Unavailable)]
    [InlineData(429, 0, ChatFailureKind.Unavailable)]
    [InlineData(400, 20016, ChatFailureKind.Unavailable)]
    [InlineData(429, 30046, ChatFailureKind.Unavailable)]
    [InlineData(503, 130000, ChatFailureKind.Unavailable)]
    [InlineData(500, 0, ChatFailureKind.Unavailable)]
    [InlineData(0, 0, ChatFailureKind.Unavailable)]
    [InlineData(401, 0, ChatFailureKind.Unavailable)]
    [InlineData(403, 0, ChatFailureKind.Unavailable)]
    [InlineData(403, 99999, ChatFailureKind.Forbidden)]
    [InlineData(404, 99999, ChatFailureKind.ChannelGone)]
    [InlineData(418, 0, ChatFailureKind.Invalid)]
    public void Code_HasItsKind(int status, int code, ChatFailureKind kind) =>
        Assert.Equal(kind, FailureTable.Of(new DiscordFailure(status, code, "words"), DiscordAct.Post).Kind);

    [Theory]
    [InlineData(502)]
    [InlineData(0)]
    public void WhatMayHaveHappened_IsDoubtful(int status) =>
        Assert.Equal(ChatFailureKind.Doubtful, FailureTable.Of(new DiscordFailure(status, 0, "lost", MayHaveHappened: true), DiscordAct.Post).Kind);

    [Fact]
    public void Advice_IsPassedOn() => Assert.Equal(
        TimeSpan.FromSeconds(3), FailureTable.Of(new DiscordFailure(429, 20028, "slow", RetryAfter: TimeSpan.FromSeconds(3)), DiscordAct.Post).RetryAfter);

    [Theory]
    [InlineData("Invalid Form Body: message_reference: Unknown message (REPLIES_UNKNOWN_MESSAGE)", true, ChatFailureKind.MessageGone)]
    [InlineData("Invalid Form Body: embeds.0.description: too long", true, ChatFailureKind.Invalid)]
    [InlineData("Invalid Form Body: message_reference: Unknown message", false, ChatFailureKind.Invalid)]
    public void InvalidForm_OfAReply_MayBeAMessageThatIsGone(string words, bool reply, ChatFailureKind kind) =>
        Assert.Equal(kind, FailureTable.Of(new DiscordFailure(400, 50035, words), reply ? DiscordAct.Reply : DiscordAct.Post).Kind);

    [Fact]
    public async Task MissingPermission_IsNamedByLookingWhichItIs()
    {
        await using var house = new AdapterHouse();
        house.Client.Channels[0] = house.Client.Channels[0] with { Overwrites = [new(Sample.Guild, false, 0, DiscordPermission.EmbedLinks.Bit | DiscordPermission.AddReactions.Bit)] };
        house.Client.Fail = call => call == "post" ? new DiscordFailure(403, 50013, "Missing Permissions") : null;
        var refused = await PostAsync(house);
        Assert.Equal((ChatFailureKind.Forbidden, "Embed Links, Add Reactions"), (refused.Kind, refused.Detail));
        // Should looking fail too, the act says what it needs.
        house.Client.Fail = _ => new DiscordFailure(403, 50013, "Missing Permissions");
        Assert.Equal("Send Messages", (await PostAsync(house)).Detail);
    }

    [Fact]
    public async Task MissingAccess_IsAHiddenChannelOrARemovedBot()
    {
        await using var house = new AdapterHouse();
        house.Client.Fail = call => call == "post" ? new DiscordFailure(403, 50001, "Missing Access") : null;
        Assert.Equal((ChatFailureKind.Forbidden, "View Channel"), (await PostAsync(house)) is var hidden ? (hidden.Kind, hidden.Detail) : default);
        house.Client.Fail = call => call is "post" or "guild" ? new DiscordFailure(403, 50001, "Missing Access") : null;
        Assert.Equal(ChatFailureKind.WorkspaceGone, (await PostAsync(house)).Kind);
        house.Client.Fail = call => call switch { "post" => new(403, 50001, "Missing Access"), "guild" => new(404, 10004, "Unknown Guild"), _ => null };
        Assert.Equal(ChatFailureKind.WorkspaceGone, (await PostAsync(house)).Kind);
    }

    [Fact]
    public async Task FinalFailure_DuringAnOutageOfTheServer_IsTriedAgain()
    {
        await using var house = new AdapterHouse();
        await house.RunAsync();
        house.Client.Fail = call => call == "post" ? new DiscordFailure(404, 10003, "Unknown Channel") : null;
        await house.Client.HearAsync(new GuildUnavailable(Sample.Guild));
        Assert.Equal(ChatFailureKind.Unavailable, (await PostAsync(house)).Kind);
        await house.Client.HearAsync(new GuildAvailable(Sample.Guild, Joined: false, WasUnavailable: true));
        Assert.Equal(ChatFailureKind.ChannelGone, (await PostAsync(house)).Kind);
    }

    private static async Task<ChatFailure> PostAsync(AdapterHouse house) =>
        (await house.Platform.PostAsync(new ChatPost(Sample.ChannelRef, "k", Sample.Line("x")), Cancellation)).Failure!;
}
