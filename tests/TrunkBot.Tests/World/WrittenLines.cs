using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TrunkBot.Tests.World;

/// <summary>Everything that the bot logs, with state and exceptions.</summary>
internal sealed class WrittenLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(WrittenLines owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            owner._lines.Enqueue($"scope {category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var pairs = state is IEnumerable<KeyValuePair<string, object?>> values
                ? string.Join(" ", values.Select(pair => $"{pair.Key}={pair.Value}"))
                : "";
            owner._lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {pairs} {exception}");
        }
    }
}
