using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace QuizBot.Discord.Tests.Adapter;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    public IEnumerable<(LogLevel Level, string Line)> Lines => _lines;

    /// <summary>Warnings and worse.</summary>
    public IEnumerable<string> Complaints => _lines.Where(l => l.Level >= LogLevel.Warning).Select(l => l.Line);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
