using QuizBot.Host.Tests.Processes;
using QuizBot.Host.Tests.Wire;

namespace QuizBot.Host.Tests.Killing;

/// <summary>Members at their pages, who stay through every death of the host.</summary>
internal sealed class Team : IAsyncDisposable
{
    private static readonly string[] Names = ["bashir", "chioma", "diego", "mei"];
    private readonly Uri _address;
    private readonly Random _random;
    private readonly Page _manager;
    private readonly List<Page> _pages;
    private readonly List<Member> _members;
    private readonly CancellationTokenSource _stop = new();

    public Team(House house, int seed)
    {
        (_address, _random) = (house.Address, new Random(seed));
        _manager = new Page(_address, "ada");
        _pages = [.. Names.Select(name => new Page(_address, name))];
        _members = [.. _pages.Select(page => new Member(page, new Random(_random.Next())))];
    }

    public IReadOnlyList<Page> Pages => [_manager, .. _pages];

    /// <summary>All that was acknowledged.</summary>
    public IReadOnlyList<Deed> Deeds => [.. _members.SelectMany(m => m.Deeds)];

    /// <summary>Answers and runs quizzes until <see cref="Stop"/>, and then until all that was sent is acknowledged.</summary>
    public Task PlayAsync() => Task.WhenAll(_members.Select(m => m.PlayAsync(_stop.Token)).Append(ManageAsync()));

    public void Stop() => _stop.Cancel();

    /// <summary>Sets dailies that a test can hurry: in a zone whose date is known, and long open.</summary>
    public async Task SetDailiesAsync()
    {
        await _manager.SayAsync("team", "/daily set 00:00 UTC close-after:1d kind:graded");
        await _manager.SayAsync("interview", "/daily set 00:00 UTC close-after:1d kind:open");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var page in Pages)
            await page.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ManageAsync()
    {
        string[] commands = ["/quiz start questions:3 seconds:5", "/quiz skip", "/leaderboard", "/quiz start questions:2 seconds:5", "/quiz stop", "/daily now"];
        while (!_stop.IsCancellationRequested)
        {
            // Mostly quizzes, which end by themselves; now and then one is hurried.
            var command = _random.Next(3) > 0 ? commands[0] : commands[_random.Next(commands.Length)];
            await _manager.SayAsync(command.StartsWith("/daily", StringComparison.Ordinal) ? "team" : "quiz", command);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(900, 2500)), TimeProvider.System, _stop.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
