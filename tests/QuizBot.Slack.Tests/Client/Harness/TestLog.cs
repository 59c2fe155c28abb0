using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace QuizBot.Slack.Tests.Client.Harness;

/// <summary>Keeps what was logged.</summary>
internal class TestLog : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = [];

    public IReadOnlyList<(LogLevel Level, string Line)> Lines => [.. lines];

    public IEnumerable<string> From(LogLevel level) => lines.Where(l => l.Level >= level).Select(l => l.Line);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}".Trim()));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}

internal sealed class TestLog<T> : TestLog, ILogger<T>;
