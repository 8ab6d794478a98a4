using System.Collections;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TrunkBot.Tests.Secrets;

/// <summary>A logging provider that keeps everything it is given: text, state, scopes, exceptions.</summary>
internal sealed class WrittenLog : ILoggerProvider, ILogger
{
    private readonly StringBuilder _text = new();

    public string All
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Write("scope", state, null);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Write($"{logLevel}: {formatter(state, exception)}", state, exception);

    public void Dispose()
    {
    }

    private void Write(string line, object? state, Exception? exception)
    {
        lock (_text)
        {
            _text.Append(line).Append(" | ").Append(state).Append(" | ").Append(exception);
            if (state is IEnumerable<KeyValuePair<string, object?>> members)
                foreach (var (key, value) in members)
                    _text.Append(" | ").Append(key).Append('=').Append(value is IEnumerable list and not string ? string.Join(",", list.Cast<object?>()) : value);
            _text.AppendLine();
        }
    }
}
