using System.Globalization;
using QuizBot.Host.Tests.Processes;

namespace QuizBot.Host.Tests.Killing;

/// <summary>
/// One post, no answer lost: the host is killed at random instants of days and quizzes, as often as QUIZBOT_KILLS says
/// (30), with the seed QUIZBOT_SEED (any).
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_KilledAtAnyInstant_NothingTwiceNothingLost()
    {
        var kills = Number("QUIZBOT_KILLS") ?? 30;
        var seed = Number("QUIZBOT_SEED") ?? Random.Shared.Next();
        try
        {
            await RunAsync(kills, seed);
        }
        catch
        {
            // Where it is seen whatever the runner does with output.
            TestContext.Current.AddAttachment("seed", seed.ToString(CultureInfo.InvariantCulture));
            output.WriteLine($"Again with QUIZBOT_SEED={seed} QUIZBOT_KILLS={kills}");
            throw;
        }
    }

    private async Task RunAsync(int kills, int seed)
    {
        var random = new Random(seed);
        await using var house = new House();
        house.Settings["Quiz__Lobby"] = "00:00:00.3";
        house.Settings["Quiz__Pause"] = "00:00:00.2";
        var logs = new List<string>();
        await using var team = new Team(house, random.Next());
        var startup = await BeginAsync(house, team, logs);

        var playing = team.PlayAsync();
        var downtime = new Downtime(house);
        for (var i = 0; i < kills; i++)
        {
            await using var host = house.Begin();
            if (random.Next(4) == 0)
            {
                await PauseAsync(startup * 1.2 * random.NextDouble());
            }
            else
            {
                await host.ReadyAsync();
                await PauseAsync(TimeSpan.FromSeconds(1.8 * random.NextDouble()));
            }

            await host.KillAsync();
            output.WriteLine($"Kill {i + 1} of {kills}; seed {seed}");
            logs.AddRange(host.Output.All.Concat(host.Errors.All));
            if (random.Next(3) > 0)
                downtime.CloseDailies(startup + TimeSpan.FromSeconds(random.NextDouble() * 1.5));
            if (random.Next(2) > 0)
                downtime.NextDay();
        }

        await EndAsync(house, team, playing, logs);
        var kept = new Comparison(house, team);
        kept.Check();
        Assert.DoesNotContain(logs, line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("crit:", StringComparison.Ordinal));
        output.WriteLine($"Seed {seed}: {kept.Summary}");
    }

    /// <summary>The first start of all, with the playground's own dailies.</summary>
    private static async Task<TimeSpan> BeginAsync(House house, Team team, List<string> logs)
    {
        var from = TimeProvider.System.GetTimestamp();
        await using var host = await house.StartAsync();
        var startup = TimeProvider.System.GetElapsedTime(from);
        await host.SaysAsync("Posted round 2");
        await team.SetDailiesAsync();
        await host.KillAsync();
        logs.AddRange(host.Output.All.Concat(host.Errors.All));
        return startup;
    }

    /// <summary>Two last starts, in which everything comes to its end.</summary>
    private static async Task EndAsync(House house, Team team, Task playing, List<string> logs)
    {
        team.Stop();
        await using (var host = await house.StartAsync())
        {
            await playing.WaitAsync(TimeSpan.FromMinutes(1));
            await UntilAsync(host, () => Comparison.Outstanding(house, "status = 0"));
            Assert.Equal(0, await host.EndAsync(Signal.Terminate));
            logs.AddRange(host.Output.All.Concat(host.Errors.All));
        }

        new Downtime(house).CloseDailies(TimeSpan.Zero);
        await using var last = await house.StartAsync();
        await UntilAsync(last, () => Comparison.Outstanding(house, "status in (0, 1, 2) or retry_at is not null") + Comparison.Untold(house, team));
        Assert.Equal(0, await last.EndAsync(Signal.Terminate));
        logs.AddRange(last.Output.All.Concat(last.Errors.All));
    }

    private static async Task UntilAsync(HostProcess host, Func<string> outstanding)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (outstanding() is { Length: > 0 } rest)
        {
            Assert.False(patience.IsCancellationRequested, $"Something is outstanding:\n{rest}\n{host.Said}");
            await PauseAsync(TimeSpan.FromMilliseconds(50));
        }
    }

    private static Task PauseAsync(TimeSpan pause) => Task.Delay(pause, TimeProvider.System, TestContext.Current.CancellationToken);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
