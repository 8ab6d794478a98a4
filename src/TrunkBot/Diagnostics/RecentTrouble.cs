namespace TrunkBot.Diagnostics;

/// <summary>
/// The last warnings and errors of the program itself, as they were logged, for an Admin who asks in a chat. It stands behind the same
/// redaction as every other log.
/// </summary>
internal sealed class RecentTrouble(TimeProvider clock) : ILoggerProvider
{
    private const int MostKept = 5, LongestSentence = 200;

    private readonly Lock _gate = new();
    private readonly List<Trouble> _last = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Trouble> Last
    {
        get
        {
            lock (_gate)
                return [.. Enumerable.Reverse(_last)];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith(nameof(TrunkBot), StringComparison.Ordinal));

    public void Dispose()
    {
    }

    // What happens again and again has one place, and leaves room for what happened once.
    private void Note(string message)
    {
        var sentence = FirstOf(message);
        lock (_gate)
        {
            var times = _last.Find(one => one.Sentence == sentence)?.Times ?? 0;
            _last.RemoveAll(one => one.Sentence == sentence);
            _last.Add(new Trouble(clock.GetUtcNow(), sentence, times + 1));
            if (_last.Count > MostKept)
                _last.RemoveAt(0);
        }
    }

    private static string FirstOf(string message)
    {
        var line = message.AsSpan(0, message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : message.Length);
        var sentence = line[..(line.IndexOf(". ") is var stop and >= 0 ? stop + 1 : line.Length)];
        return sentence.Length <= LongestSentence ? sentence.ToString() : $"{sentence[..LongestSentence]}…";
    }

    private sealed class Logger(RecentTrouble owner, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs && logLevel is >= LogLevel.Warning and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                owner.Note(formatter(state, exception));
        }
    }
}

/// <summary>Something that went wrong.</summary>
/// <param name="At">When it did last.</param>
/// <param name="Sentence">What.</param>
/// <param name="Times">How often in all.</param>
internal sealed record Trouble(DateTimeOffset At, string Sentence, int Times);
