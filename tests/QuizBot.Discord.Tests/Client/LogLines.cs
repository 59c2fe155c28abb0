using Microsoft.Extensions.Logging;

namespace QuizBot.Discord.Tests.Client;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines : ILogger<QuizBot.Discord.Client.DiscordClient>
{
    private readonly Lock gate = new();
    private readonly List<(LogLevel Level, string Line)> lines = [];
    private readonly List<(string Part, TaskCompletionSource Found)> waiting = [];

    public IReadOnlyList<(LogLevel Level, string Line)> All
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public string Text => string.Join('\n', All.Select(l => l.Line));

    /// <summary>Waits for a line that holds this.</summary>
    public Task ContainsAsync(string part)
    {
        TaskCompletionSource found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (lines.Any(l => l.Line.Contains(part, StringComparison.Ordinal)))
                return Task.CompletedTask;
            waiting.Add((part, found));
        }

        return found.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception) + (exception is null ? "" : "\n" + exception);
        lock (gate)
        {
            lines.Add((logLevel, line));
            waiting.RemoveAll(w => line.Contains(w.Part, StringComparison.Ordinal) && w.Found.TrySetResult());
        }
    }
}
