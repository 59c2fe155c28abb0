using Microsoft.Extensions.Time.Testing;
using QuizBot.Discord.Client;
using QuizBot.Discord.Client.Gateway;

namespace QuizBot.Discord.Tests.Client.Gateway;

public sealed class IdentifyGateTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly LogLines log = new();
    private readonly IdentifyGate gate;
    private GatewayAnswer? answer = new(new Uri("wss://x.discord.gg"), 1, 10, TimeSpan.FromHours(1), 1);
    private int asked;

    public IdentifyGateTests() => gate = new IdentifyGate(_ =>
    {
        asked++;
        return Task.FromResult<GatewayAnswer?>(answer);
    }, new MonotonicClock(time), time, new Jitter(new FixedRandom(1)), log);

    private static CancellationToken Given => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EnterAsync_ShardsOfOneBucket_FiveSecondsApart()
    {
        answer = answer! with { Concurrency = 2 };
        await gate.KnowAsync(Given);

        Assert.True(gate.EnterAsync(0, Given).IsCompleted);
        Assert.True(gate.EnterAsync(1, Given).IsCompleted);
        var second = gate.EnterAsync(2, Given);
        var third = gate.EnterAsync(4, Given);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.3));
        await second;
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5.2));
        await third;
    }

    [Fact]
    public async Task ReserveAsync_NoneLeft_WaitsForTheResetAndSaysSo()
    {
        answer = answer! with { SessionsLeft = 1 };
        await gate.ReserveAsync(Given);
        answer = answer with { SessionsLeft = 0 };

        var second = gate.ReserveAsync(Given);
        await log.ContainsAsync("too many sessions");
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(second.IsCompleted);
        answer = answer with { SessionsLeft = 1000 };
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("wss://x.discord.gg/", (await second).ToString());
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task ReserveAsync_GivenBack_MayBeTakenAgain()
    {
        answer = answer! with { SessionsLeft = 1 };
        await gate.ReserveAsync(Given);
        gate.GiveBack();

        await gate.ReserveAsync(Given);

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task ReserveAsync_AnswerIsOld_AsksAgain()
    {
        await gate.ReserveAsync(Given);
        time.Advance(TimeSpan.FromMinutes(6));

        await gate.ReserveAsync(Given);

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task KnowAsync_DiscordDoesNotSay_AsksAgainLater()
    {
        answer = null;
        var known = gate.KnowAsync(Given);
        Assert.False(known.IsCompleted);
        answer = new GatewayAnswer(new Uri("wss://x.discord.gg"), 3, 10, TimeSpan.Zero, 1);

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(3, (await known).Shards);
    }

    public void Dispose() => gate.Dispose();
}
