using System.Net;
using QuizBot.Chat;
using QuizBot.Discord.Seam;
using QuizBot.Discord.Tests.Client.Rest;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class RunTests
{
    private const string Deleted = """{"op":0,"s":2,"t":"CHANNEL_DELETE","d":{"id":"4","guild_id":"5"}}""";
    private const string Used = """{"op":0,"s":SEQ,"t":"INTERACTION_CREATE","d":{"id":"SEQ","token":"tok","type":2,"guild_id":"5","channel_id":"4","member":{"user":{"id":"1","username":"ada"},"permissions":"0"},"data":{"name":"help"}}}""";

    [Fact]
    public async Task Identify_Sent_IsMinimal()
    {
        using var theatre = new Theatre();
        _ = theatre.Run();
        var socket = await theatre.DialledAsync();
        socket.Hello();

        var json = await socket.HearAsync(2);

        Assert.Matches("""^\{"op":2,"d":\{"token":"secret-token","intents":1025,"properties":\{"os":"[a-z]+","browser":"quizbot","device":"quizbot"\},"shard":\[0,1\],"large_threshold":50,"presence":\{"since":null,"activities":\[\],"status":"online","afk":false\}\}\}$""", json);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Stop_Connected_SaysGoodbye()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();

        await theatre.StopAsync();

        Assert.Equal(1000, await socket.Closed.Task);
        Assert.True(theatre.Running.IsCanceled);
        Assert.False(theatre.Client.IsConnected);
    }

    [Fact]
    public async Task RunAsync_Again_WorksOnceTheFirstHasEnded()
    {
        using var theatre = new Theatre();
        await theatre.ConnectAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => theatre.Client.RunAsync(theatre.Events.HearAsync, TestContext.Current.CancellationToken));

        await theatre.StopAsync();
        using var stop = new CancellationTokenSource();
        var again = theatre.Client.RunAsync(theatre.Events.HearAsync, stop.Token);
        var socket = await theatre.DialledAsync();
        socket.Hello();
        await theatre.PassAsync(socket.HearAsync(2));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => again);
    }

    [Fact]
    public async Task Handler_Throws_IsLoggedAndTheNextEventIsHeard()
    {
        using var theatre = new Theatre();
        theatre.Events.Then = told => told is ChannelDeleted { IsThread: false } ? throw new InvalidOperationException("broken handler") : default;
        var socket = await theatre.ConnectAsync();
        socket.Say(Deleted);
        socket.Say(Used.Replace("SEQ", "3", StringComparison.Ordinal));
        socket.Say("""{"op":0,"s":4,"t":"THREAD_DELETE","d":{"id":"4","guild_id":"5"}}""");

        await theatre.Events.NextAsync<ChannelDeleted>(d => d.IsThread);

        Assert.Contains("broken handler", theatre.Log.Text, StringComparison.Ordinal);
        Assert.Equal(1, theatre.Dials);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Interactions_AreStartedAtOnceAndHoldUpNothing()
    {
        using var theatre = new Theatre();
        var busy = new TaskCompletionSource();
        theatre.Events.Then = told => told is CommandUsed ? new ValueTask(busy.Task) : default;
        var socket = await theatre.ConnectAsync();
        for (var i = 0; i < 20; i++)
            socket.Say(Used.Replace("SEQ", (i + 2).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        socket.Say(Deleted.Replace("\"s\":2", "\"s\":50", StringComparison.Ordinal));

        await theatre.Events.NthAsync<CommandUsed>(20);
        await theatre.Events.NextAsync<ChannelDeleted>();

        busy.SetResult();
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Stop_InteractionIsBeingAnswered_WaitsForItButNotForEver()
    {
        using var theatre = new Theatre();
        theatre.Events.Then = told => told is CommandUsed ? new ValueTask(new TaskCompletionSource().Task) : default;
        var socket = await theatre.ConnectAsync();
        socket.Say(Used.Replace("SEQ", "2", StringComparison.Ordinal));
        await theatre.Events.NextAsync<CommandUsed>();

        var stopping = theatre.StopAsync();
        Assert.True(await theatre.PassAsync(stopping, 0.5) >= TimeSpan.FromSeconds(3));

        Assert.Contains("1 Discord interactions were still", theatre.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_LeadsElsewhere_IsNeverDialled()
    {
        using var theatre = new Theatre { Gateway = Theatre.Answer(url: "wss://evil.example") };
        _ = theatre.Run();
        await theatre.PassAsync(theatre.Log.ContainsAsync("leads elsewhere than to Discord, and is refused: wss://evil.example"));
        Assert.Equal(0, theatre.Dials);

        theatre.Gateway = Theatre.Answer();
        await theatre.DialledInTimeAsync();
        await theatre.StopAsync();
    }

    [Theory]
    [InlineData("""{"url":"ws://127.0.0.1:1","shards":0}""")]
    [InlineData("""{"shards":1}""")]
    [InlineData("""{"url":"ws://127.0.0.1:1","shards":1,"session_start_limit":{"max_concurrency":0}}""")]
    [InlineData("<html>")]
    public async Task Gateway_AnswerMakesNoSense_IsAskedAgain(string answer)
    {
        using var theatre = new Theatre { Gateway = answer };
        _ = theatre.Run();
        await theatre.PassAsync(theatre.Log.ContainsAsync("does not say where its gateway is"));

        theatre.Gateway = Theatre.Answer();
        await theatre.DialledInTimeAsync();
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Token_RefusedByRest_StopsTheRunWithTheRemedy()
    {
        using var theatre = new Theatre();
        theatre.Http.Default = _ => ScriptedHandler.Json("""{"message":"401: Unauthorized","code":0}""", HttpStatusCode.Unauthorized);

        var refused = await Assert.ThrowsAsync<PlatformRefusedException>(theatre.Run);

        Assert.Contains("Copy the token again", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, theatre.Dials);
    }

    [Fact]
    public async Task Token_RefusedByRestLater_ClosesTheConnection()
    {
        using var theatre = new Theatre();
        var socket = await theatre.ConnectAsync();
        theatre.Http.Default = _ => ScriptedHandler.Json("{}", HttpStatusCode.Unauthorized);

        var result = await theatre.Client.GetChannelAsync(4, TestContext.Current.CancellationToken);

        Assert.Equal(401, result.Failure!.Status);
        await Assert.ThrowsAsync<PlatformRefusedException>(() => theatre.Running);
        await socket.Closed.Task;
    }

    [Fact]
    public async Task Shards_AsDiscordAdvises_IdentifyOneByOne()
    {
        using var theatre = new Theatre { Gateway = Theatre.Answer(shards: 3) };
        _ = theatre.Run();
        List<ScriptedSocket> sockets = [await theatre.DialledAsync(), await theatre.DialledAsync(), await theatre.DialledAsync()];
        foreach (var socket in sockets)
            socket.Hello();

        var begun = theatre.Time.GetUtcNow();
        List<Task<string>> identifies = [.. sockets.Select(s => s.HearAsync(2))];
        List<TimeSpan> times = [];
        while (identifies.Count > 0)
        {
            var next = await Task.WhenAny([.. identifies, theatre.PassAsync(Task.WhenAny(identifies), 0.5).ContinueWith(_ => "", TaskScheduler.Default)]);
            foreach (var done in identifies.Where(i => i.IsCompleted).ToList())
            {
                identifies.Remove(done);
                times.Add(theatre.Time.GetUtcNow() - begun);
            }
        }

        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(4.5) && times[2] - times[1] >= TimeSpan.FromSeconds(4.5));
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Shards_ByConfiguration_AreThoseAndNoOthers()
    {
        using var theatre = new Theatre(shards: new ShardRange(2, 3, 8)) { Gateway = Theatre.Answer(shards: 5, concurrency: 16) };
        _ = theatre.Run();
        List<string> identifies = [];
        for (var i = 0; i < 2; i++)
        {
            var socket = await theatre.DialledAsync();
            socket.Hello();
            identifies.Add(await socket.HearAsync(2));
            socket.Ready();
        }

        Assert.Contains(identifies, i => i.Contains("\"shard\":[2,8]", StringComparison.Ordinal));
        Assert.Contains(identifies, i => i.Contains("\"shard\":[3,8]", StringComparison.Ordinal));
        await theatre.Events.NthAsync<ShardConnected>(2);
        Assert.True(theatre.Client.IsConnected);
        Assert.Equal(2, theatre.Dials);
        await theatre.StopAsync();
    }

    [Fact]
    public async Task Sessions_Spent_WaitsInsteadOfConnecting()
    {
        using var theatre = new Theatre { Gateway = Theatre.Answer(left: 0, reset: 3_600_000) };
        _ = theatre.Run();
        await theatre.Log.ContainsAsync("too many sessions");
        theatre.Gateway = Theatre.Answer();

        var (_, after) = await theatre.DialledInTimeAsync(30);

        Assert.True(after >= TimeSpan.FromHours(1));
        await theatre.StopAsync();
    }
}
