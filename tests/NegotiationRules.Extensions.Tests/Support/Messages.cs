using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NegotiationRules.Extensions.Tests.Support;

/// <summary>What is logged, in order.</summary>
internal sealed class Messages : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _all = [];

    public IReadOnlyList<(LogLevel Level, int Id, string Text)> All => [.. _all];

    public int Count(int id) => _all.Count(one => one.Id == id);

    public ILogger CreateLogger(string categoryName) => categoryName == "NegotiationRules" ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _all.Enqueue((logLevel, eventId.Id, formatter(state, exception)));

    public void Dispose()
    {
    }
}
