using System.Net.WebSockets;
using QuizBot.Chat;
using QuizBot.Discord.Client.Gateway;
using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class ReconnectTests
{
    private const string Resume = """{"op":6,"d":{"token":"secret-token","session_id":"sid","seq":1}}""";

    [Fact]
    public async Task Hello_NeverComes_ConnectionIsRenewed()
    {
        using var theatre = new Theatre();
        _ = theatre.Run();
        await theatre.DialledAsync();

        var (_, after) = await theatre.DialledInTimeAsync();

        Assert.True(after >= TimeSpan.FromSeconds(20));
        Assert.Contains("HELLO did not come", theatre.Log.Text, StringComparison.Ordinal);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Ready_NeverComes_ConnectionIsRenewed()
    {
        using var theatre = new Theatre();
        _ = theatre.Run();
        var socket = await theatre.DialledAsync();
        socket.Hello(3_600_000);
        await socket.HearAsync(2);

        var (_, after) = await theatre.DialledInTimeAsync();

        Assert.True(after >= TimeSpan.FromSeconds(60));
        Assert.Contains("READY did not come", theatre.Log.Text, StringComparison.Ordinal);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Resumed_ComesAfterLongReplay_ConnectionIsKeptAndEventsAreHeard()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        socket.Break();
        var (next, _) = await theatre.DialledInTimeAsync();
        next.Hello(3_600_000);
        await next.HearAsync(6);
        for (var i = 0; i < 5; i++)
        {
            theatre.Time.Advance(TimeSpan.FromSeconds(50));
            next.Say($$$"""{"op":0,"s":{{{i + 2}}},"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
            await theatre.Events.NthAsync<ChannelDeleted>(i + 1);
            // The event was heard a moment before its deadline was set anew.
            next.Say("""{"op":1,"d":null}""");
            await next.HearAsync(1);
        }

        Assert.False(theatre.Client.IsConnected);
        next.Say("""{"op":0,"s":9,"t":"RESUMED","d":{}}""");
        Assert.Equal(new ShardConnected(0, 1, Resumed: true), await theatre.Events.NthAsync<ShardConnected>(2));
        Assert.True(theatre.Client.IsConnected);
        Assert.Equal(2, theatre.Dials);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Dialling_Hangs_IsGivenUpAndTriedAgain()
    {
        using var theatre = new Theatre { DialHangs = true };
        _ = theatre.Run();
        await theatre.PassAsync(theatre.Log.ContainsAsync("no connection to 127.0.0.1 in time"));
        theatre.DialHangs = false;

        await theatre.DialledInTimeAsync();
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Dialling_FailsAgainAndAgain_IsTriedAtOnceThenLessAndLessOften()
    {
        using var theatre = new Theatre(chance: 1 - 1e-9);
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        theatre.DialFault = new WebSocketException("refused");
        socket.Break();
        await theatre.Log.ContainsAsync("lost its connection: no connection");

        var dials = new List<(int Dials, TimeSpan At)>();
        var begun = theatre.Time.GetUtcNow();
        for (var second = 0; second < 400; second++)
        {
            var before = theatre.Dials;
            theatre.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(2, TestContext.Current.CancellationToken);
            if (theatre.Dials > before)
                dials.Add((theatre.Dials, theatre.Time.GetUtcNow() - begun));
        }

        // At once, then after at most 1, 2, 4, 8, 16, 32, 60, 60 … seconds.
        Assert.InRange(dials.Count, 8, 13);
        Assert.InRange(dials[^1].At - dials[^2].At, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(70));
        theatre.DialFault = null;
        var (next, _) = await theatre.DialledInTimeAsync();
        next.Hello();
        Assert.Equal(Resume, await next.HearAsync(6));
        await theatre.StopAsync();
    }

    [Fact]
    public async Task ResumeUrl_CannotBeReached_GeneralAddressIsTriedWithTheSameSession()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        socket.Break();
        List<string> hosts = [];
        for (var i = 0; i < 6; i++)
        {
            var (next, _) = await theatre.DialledInTimeAsync();
            hosts.Add(next.Url.Authority);
            next.Break();
        }

        Assert.Contains("127.0.0.1:1", hosts);
        Assert.Contains("127.0.0.1:2", hosts);
        var (last, _) = await theatre.DialledInTimeAsync();
        last.Hello();
        Assert.Equal(Resume, await last.HearAsync(6));
        await theatre.StopAsync();
    }

    [Theory]
    [InlineData(4004, "Copy the token again")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "requires more shards")]
    [InlineData(4012, "Update QuizBot")]
    [InlineData(4013, "Update QuizBot")]
    [InlineData(4014, "intents")]
    public async Task Close_Final_StopsWithTheRemedy(int code, string remedy)
    {
        using var theatre = new Theatre();
        _ = theatre.Run();
        var socket = await theatre.DialledAsync();
        socket.Hello();
        await socket.HearAsync(2);
        socket.CloseWith(code);

        var refused = await Assert.ThrowsAsync<PlatformRefusedException>(() => theatre.Running);

        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(1, theatre.Dials);
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Close_SessionLost_BeginsANewOneAtTheGeneralAddress(int code)
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        socket.CloseWith(code);

        var (next, _) = await theatre.DialledInTimeAsync();
        next.Hello();
        await theatre.PassAsync(next.HearAsync(2));

        Assert.Equal("127.0.0.1:1", next.Url.Authority);
        next.Ready();
        Assert.False((await theatre.Events.NthAsync<ShardConnected>(2)).Resumed);
        await theatre.StopAsync();
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4003)]
    [InlineData(4008)]
    [InlineData(1001)]
    public async Task Close_Other_Resumes(int code)
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        socket.CloseWith(code, "reason");

        // At once: no time goes by.
        var next = await theatre.DialledAsync();
        next.Hello();
        Assert.Equal(Resume, await next.HearAsync(6));
        Assert.Contains($"{code}: reason", theatre.Log.Text, StringComparison.Ordinal);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Reconnect_Asked_ResumesAtOnceAndKeepsTheSession()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        socket.Say("""{"op":7,"d":null}""");

        var next = await theatre.DialledAsync();

        Assert.Equal(4000, await socket.Closed.Task);
        next.Hello();
        Assert.Equal(Resume, await next.HearAsync(6));
        await theatre.StopAsync();
    }

    [Theory]
    [InlineData("true", 6)]
    [InlineData("false", 2)]
    public async Task InvalidSession_Told_WaitsThenResumesOrBeginsAnew(string resumable, int op)
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        socket.Say($$"""{"op":9,"d":{{resumable}}}""");

        var (next, after) = await theatre.DialledInTimeAsync(0.25);

        Assert.InRange(after, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
        next.Hello();
        await theatre.PassAsync(next.HearAsync(op));
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Message_MakesNoSense_IsSkippedUntilThereAreTooMany()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        for (var i = 0; i < 10; i++)
            socket.Say("{nonsense");
        socket.Say("""{"op":0,"s":2,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
        await theatre.Events.NextAsync<ChannelDeleted>();
        Assert.Equal(10, theatre.Log.All.Count(l => l.Line.Contains("make no sense", StringComparison.Ordinal)));

        socket.Say("[]");

        var next = await theatre.DialledAsync();
        next.Hello();
        Assert.Equal(Resume.Replace("\"seq\":1", "\"seq\":2", StringComparison.Ordinal), await next.HearAsync(6));
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Message_CannotBeInflated_ConnectionIsRenewedAtTheSamePlace()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        socket.Say(WebSocketMessageType.Binary, [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0xFF, 0xFF]);

        var next = await theatre.DialledAsync();
        Assert.Equal(4000, await socket.Closed.Task);
        next.Hello();
        Assert.Equal(Resume, await next.HearAsync(6));
        await theatre.StopAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Message_TooLarge_ConnectionIsRenewedBehindIt(bool bomb)
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        if (bomb)
        {
            using var deflated = new Deflated();
            socket.Say(WebSocketMessageType.Binary, deflated.Message(new byte[FrameReader.MostInflated + 100_000]));
        }
        else
        {
            for (var i = 0; i <= FrameReader.MostSent >> 16; i++)
                socket.Say(WebSocketMessageType.Text, new byte[1 << 16], end: false);
        }

        var next = await theatre.DialledAsync();
        next.Hello();
        Assert.Equal(Resume.Replace("\"seq\":1", "\"seq\":2", StringComparison.Ordinal), await next.HearAsync(6));
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Message_InPiecesOverSeveralFrames_IsPutTogether()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        using var deflated = new Deflated();
        var message = deflated.Message("""{"op":0,"s":2,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
        socket.Say(WebSocketMessageType.Binary, message[..5], end: false);
        socket.Say(WebSocketMessageType.Binary, message[5..9]);
        socket.Say(WebSocketMessageType.Binary, message[9..]);

        Assert.Equal(new ChannelDeleted(5, 4, IsThread: false), await theatre.Events.NextAsync<ChannelDeleted>());
        await theatre.StopAsync();
    }

    [Fact]
    public async Task ResumeUrl_LeadsElsewhere_IsRefusedAndTheGeneralAddressUsed()
    {
        using var theatre = new Theatre();
        _ = theatre.Run();
        var socket = await theatre.DialledAsync();
        socket.Hello();
        await socket.HearAsync(2);
        socket.Ready(resume: "wss://evil.example");
        await theatre.Events.NextAsync<ShardConnected>();
        theatre.Time.Advance(TimeSpan.FromSeconds(15));
        socket.Break();

        var next = await theatre.DialledAsync();

        Assert.Equal("127.0.0.1:1", next.Url.Authority);
        Assert.Contains("evil.example", theatre.Log.Text, StringComparison.Ordinal);
        await theatre.StopAsync();
    }
}
