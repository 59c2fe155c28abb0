using QuizBot.Discord.Client.Rest;

namespace QuizBot.Discord.Tests.Client.Rest;

public sealed class GlobalPaceTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(40, 5)]
    [InlineData(80, 60)]
    [InlineData(20, 400)]
    public void Pace_ManyRequests_NoSecondAtDiscordHasMoreThanFifty(int shortestWay, int variation)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var arrivals = Simulate(600, shortestWay, variation, new Random(seed)).Arrivals;

            for (var i = 50; i < arrivals.Count; i++)
                Assert.True(arrivals[i] - arrivals[i - 50] >= TimeSpan.FromSeconds(1), $"seed {seed}: 51 requests within {arrivals[i] - arrivals[i - 50]}");
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 5)]
    [InlineData(100, 10)]
    public void Pace_SteadyNetwork_GivesLittleAway(int shortestWay, int variation)
    {
        var took = Simulate(10_000, shortestWay, variation, new Random(1)).Took;

        Assert.InRange(took, TimeSpan.FromSeconds(200 - 1), TimeSpan.FromSeconds(200 * 1.04));
    }

    [Fact]
    public void Pace_AtRest_LetsFewFollowAtOnce()
    {
        var pace = new GlobalPace();
        var now = TimeSpan.FromMinutes(1);
        var burst = 0;
        while (pace.ReadyAt(now) <= now)
        {
            pace.Take(now);
            burst++;
        }

        Assert.InRange(burst, 1, 6);
    }

    [Fact]
    public void Pace_AllUnderWay_WaitsForAnAnswer()
    {
        var pace = new GlobalPace();
        var now = TimeSpan.Zero;
        for (var i = 0; i < GlobalPace.Limit; i++)
        {
            now += TimeSpan.FromMilliseconds(100);
            Assert.Equal(i, pace.Take(now));
        }

        now += TimeSpan.FromMinutes(1);
        Assert.Equal(TimeSpan.MaxValue, pace.ReadyAt(now));

        pace.Return(3, now, TimeSpan.FromMilliseconds(20));
        Assert.Equal(now + TimeSpan.FromMilliseconds(980), pace.ReadyAt(now));
    }

    [Fact]
    public void Pace_Blocked_WaitsUntilThen()
    {
        var pace = new GlobalPace();
        pace.Block(TimeSpan.FromSeconds(30));
        pace.Block(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(30), pace.ReadyAt(TimeSpan.FromSeconds(1)));
    }

    /// <summary>Sends as fast as the pace allows over a way that takes a random time there and back.</summary>
    private static (List<TimeSpan> Arrivals, TimeSpan Took) Simulate(int requests, int shortestWay, int variation, Random random)
    {
        var pace = new GlobalPace();
        var trips = new RoundTrips();
        var answers = new PriorityQueue<(int Place, TimeSpan Sent), TimeSpan>();
        List<TimeSpan> arrivals = [];
        var now = TimeSpan.Zero;
        while (arrivals.Count < requests)
        {
            var free = pace.ReadyAt(now);
            if (free <= now)
            {
                var there = Way();
                arrivals.Add(now + there);
                answers.Enqueue((pace.Take(now), now), now + there + Way());
                continue;
            }

            if (answers.TryPeek(out var answer, out var at) && at <= free)
            {
                now = at;
                answers.Dequeue();
                pace.Return(answer.Place, now, trips.Add(now - answer.Sent, now));
            }
            else
            {
                now = free;
            }
        }

        arrivals.Sort();
        return (arrivals, now);

        TimeSpan Way() => TimeSpan.FromMilliseconds((shortestWay / 2d) + (variation / 2d * random.NextDouble()));
    }
}
