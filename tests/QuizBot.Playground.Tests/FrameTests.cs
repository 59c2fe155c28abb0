using System.Net.WebSockets;
using QuizBot.Playground.Tests.Driving;

namespace QuizBot.Playground.Tests;

public sealed class FrameTests : IAsyncLifetime
{
    private readonly ScriptedBot bot = new();
    private PlaygroundHouse house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await PlaygroundHouse.OpenWithAsync(bot, Script.Commands);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"nonsense"}""")]
    [InlineData("""{"type":"say","id":"x"}""")]
    [InlineData("""{"type":"say","id":"x","channel":"team","text":7}""")]
    [InlineData("""{"type":"say","id":"x","channel":"team","text":"\ud800"}""")]
    [InlineData("""{"type":"say","id":"x","channel":null,"text":"x"}""")]
    [InlineData("""{"type":"hello","as":"ada"}""")]
    public async Task Frame_Malformed_IsRefusedAndTheConnectionLives(string frame)
    {
        await using var ada = await house.EnterAsync("ada");
        await ada.SendAsync(frame);
        var refused = await ada.WaitAsync(f => f["type"]!.GetValue<string>() == "refused");
        Assert.DoesNotContain("QuizBot.Playground.", refused["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null((await ada.SayAsync("team", "still here"))["error"]);
    }

    [Fact]
    public async Task Frame_OfTwoMebibytes_IsRefusedAndTheConnectionLives()
    {
        await using var ada = await house.EnterAsync("ada");
        await ada.SendAsync(new string('x', 2 * 1024 * 1024));
        var refused = await ada.WaitAsync(f => f["type"]!.GetValue<string>() == "refused");
        Assert.Contains("longer than a mebibyte", refused["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null((await ada.SayAsync("team", "still here"))["error"]);
    }

    [Fact]
    public async Task Frame_BeforeHello_IsRefused()
    {
        await using var stranger = await PlaygroundDriver.OpenAsync(house.Address);
        Assert.Contains("hello", (await stranger.SayAsync("team", "hi"))["error"]!.GetValue<string>(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.EnterAsync("nobody"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.EnterAsync("quizbot"));
    }

    public static TheoryData<string, string> Refused { get; } = new()
    {
        { new('x', 100_000), "at most 4,000 characters; this one has 100,000" },
        { " \n\t", "empty" },
        { "\u202E\u2066\u0007", "empty" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Say_WhatIsNoMessage_IsRefusedWithAReason(string text, string reason)
    {
        await using var ada = await house.EnterAsync("ada");
        Assert.Contains(reason, (await ada.SayAsync("team", text))["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await ada.ReadAsync("team")).Messages);
    }

    [Fact]
    public async Task Say_HiddenCharacters_AreTakenOut()
    {
        await using var ada = await house.EnterAsync("ada");
        await ada.SayAsync("team", "a\u202Eb\u0000c\r\nd\te\u2067f");
        Assert.Equal("abc\nd\tef", Assert.Single((await ada.ReadAsync("team")).Messages).Text);
    }

    [Theory]
    [InlineData("team", "")]
    [InlineData("team", "abc")]
    [InlineData("team", "not an emoji at all, but a text of some length")]
    public async Task React_NoEmoji_IsRefused(string channel, string emoji)
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(new(Posts.Channel(channel), "k", Posts.Saying("pick")), Cancellation);
        Assert.NotNull((await ada.ReactAsync(message.Value, emoji))["error"]);
    }

    [Fact]
    public async Task React_TwentyFirstEmoji_IsRefused()
    {
        await using var ada = await house.EnterAsync("ada");
        var message = await house.Platform.PostAsync(Posts.Saying("pick"));
        await house.Platform.AddReactionsAsync(message, [.. Enumerable.Range(0, 20).Select(i => char.ConvertFromUtf32(0x1F600 + i))], Cancellation);
        Assert.NotNull((await ada.ReactAsync(message, "🚀"))["error"]);
        Assert.Null((await ada.ReactAsync(message, "😀"))["error"]);
    }

    [Fact]
    public async Task Page_ThatDoesNotListen_IsDropped()
    {
        using var deaf = new ClientWebSocket();
        deaf.Options.SetRequestHeader("Origin", house.Address.GetLeftPart(UriPartial.Authority));
        deaf.Options.SetBuffer(1024, 1024);
        await deaf.ConnectAsync(new($"ws://{house.Address.Authority}/playground/ws"), Cancellation);
        await deaf.SendAsync("""{"type":"hello","as":"ada"}"""u8.ToArray(), WebSocketMessageType.Text, true, Cancellation);
        await using var mei = await house.EnterAsync("mei");
        Assert.Equal(2, house.Hub.Count);
        var large = Posts.Saying(new string('x', 150));
        for (var i = 0; house.Hub.Count > 1; i++)
        {
            Assert.True(i < 3_000, "It is told for ever.");
            var content = new Chat.Messages.ChatMessage([.. Enumerable.Repeat(large.Blocks[0], 40)]) { Summary = $"{i}" };
            await house.Platform.PostAsync(content);
            await mei.SeeAsync(m => m.Summary == content.Summary);
        }
        Assert.Null((await mei.SayAsync("team", "fine"))["error"]);
    }
}
