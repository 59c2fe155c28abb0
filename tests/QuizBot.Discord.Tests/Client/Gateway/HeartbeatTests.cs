using QuizBot.Discord.Seam;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class HeartbeatTests
{
    [Fact]
    public async Task Heartbeat_First_ComesAfterAPartOfTheIntervalThenEachInterval()
    {
        using var theatre = new Theatre(chance: 0.25);
        var socket = await theatre.ConnectAsync();

        var first = socket.HearAsync(1);
        Assert.InRange(await theatre.PassAsync(first, 0.5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
        Assert.Equal("""{"op":1,"d":1}""", await first);
        socket.Say("""{"op":11}""");
        socket.Say("""{"op":0,"s":5,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
        await theatre.Events.NextAsync<ChannelDeleted>();

        var second = socket.HearAsync(1);
        Assert.InRange(await theatre.PassAsync(second), TimeSpan.FromSeconds(39), TimeSpan.FromSeconds(42));
        Assert.Equal("""{"op":1,"d":5}""", await second);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Heartbeat_BeforeAnyEvent_SaysNull()
    {
        using var theatre = new Theatre(chance: 0);
        _ = theatre.Run();
        var socket = await theatre.DialledAsync();
        socket.Hello();

        Assert.Equal("""{"op":1,"d":null}""", await socket.HearAsync(1));
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Heartbeat_NotAnswered_ConnectionIsAZombieAndTheSessionResumed()
    {
        using var theatre = new Theatre();
        var zombie = await theatre.ConnectAsync();

        var (next, _) = await theatre.DialledInTimeAsync();

        Assert.Equal(4000, await zombie.Closed.Task);
        Assert.Equal("ws://127.0.0.1:2/?v=10&encoding=json&compress=zlib-stream", next.Url.ToString());
        next.Hello();
        Assert.Equal("""{"op":6,"d":{"token":"secret-token","session_id":"sid","seq":1}}""", await next.HearAsync(6));
        Assert.Contains("a heartbeat was not answered", theatre.Log.Text, StringComparison.Ordinal);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Heartbeat_Answered_ConnectionLives()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        for (var i = 0; i < 5; i++)
        {
            await theatre.PassAsync(socket.HearAsync(1), 5);
            socket.Say("""{"op":11}""");
            socket.Say($$$"""{"op":0,"s":{{{i + 2}}},"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
            await theatre.Events.NthAsync<ChannelDeleted>(i + 1);
        }

        Assert.Equal(1, theatre.Dials);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Heartbeat_CannotBeSent_ConnectionIsRenewed()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        socket.SwallowsNothing = true;

        var (next, _) = await theatre.DialledInTimeAsync();

        Assert.NotSame(socket, next);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Heartbeat_HandlerIsBusyForMinutes_GoesOnAndIsNoZombie()
    {
        using var theatre = new Theatre();
        var busy = new TaskCompletionSource();
        theatre.Events.Then = told => told is ChannelDeleted ? new ValueTask(busy.Task) : default;
        var socket = await theatre.ConnectAsync();
        socket.Say("""{"op":0,"s":2,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
        await theatre.Events.NextAsync<ChannelDeleted>();
        socket.Say("""{"op":0,"s":3,"t":"THREAD_DELETE","d":{"id":"4","guild_id":"5"}}""");

        for (var i = 0; i < 5; i++)
        {
            await theatre.PassAsync(socket.HearAsync(1), 5);
            socket.Say("""{"op":11}""");
        }

        Assert.Equal(1, theatre.Dials);
        Assert.DoesNotContain(theatre.Events.Heard, e => e is ChannelDeleted { IsThread: true });
        busy.SetResult();
        await theatre.Events.NextAsync<ChannelDeleted>(d => d.IsThread);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task HeartbeatAsked_Always_IsAnsweredAtOnceButNotBeyondTheLimit()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        for (var i = 0; i < 300; i++)
            socket.Say("""{"op":1,"d":null}""");
        socket.Say("""{"op":0,"s":2,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""");
        await theatre.Events.NextAsync<ChannelDeleted>();

        var answers = 0;
        while (socket.TryHear(out var json))
            answers += json == """{"op":1,"d":1}""" ? 1 : 0;
        Assert.Equal(99, answers);

        await theatre.PassAsync(socket.HearAsync(1));
        await theatre.StopAsync();
    }
}
