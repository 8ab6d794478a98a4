using TrunkBot.Storage;

namespace TrunkBot.Secrets.Redaction;

internal sealed class RedactingLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(new RedactedScope(state));

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;
        var message = formatter(state, exception);
        // Its sentence is said at the end of the start, and where it was thrown helps nobody.
        if (exception is StartException)
            exception = null;
        var shown = exception is not null && KnownSecrets.OccurIn(exception.ToString()) ? new RedactedException(exception) : exception;
        if (ReferenceEquals(shown, exception) && !RedactedState.NeededFor(state, message))
            inner.Log(logLevel, eventId, state, exception, (_, _) => message);
        else
            inner.Log(logLevel, eventId, RedactedState.Of(state, message), shown, (redacted, _) => redacted.ToString());
    }
}
