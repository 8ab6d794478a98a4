using System.Collections.Concurrent;

namespace TrunkBot.Access.Graph;

/// <summary>
/// What Graph has said, for as long as it counts. Whoever must know what is so now is told nothing that was remembered, except within one look at the same
/// person. A failure is not remembered, and puts nothing in the place of what was said before.
/// </summary>
/// <typeparam name="TKey">What it was about.</typeparam>
internal sealed class Remembered<TKey>(TimeProvider clock)
    where TKey : notnull
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<TKey, Said> _said = new();

    /// <summary>The ids that were said, or that are said now.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="person">For whom it is asked.</param>
    /// <param name="lifetime">How long an answer with these ids counts.</param>
    /// <param name="ask">Asks.</param>
    public async Task<IReadOnlySet<string>> FindAsync(
        TKey key, Person person, Func<IReadOnlySet<string>, TimeSpan> lifetime, Func<Task<IReadOnlySet<string>>> ask)
    {
        // Taken before it is asked: an answer is no newer than its question.
        var now = clock.GetUtcNow();
        if (_said.TryGetValue(key, out var said) && now < said.At + lifetime(said.Ids) && (person.Met is not { MustAsk: true } || ReferenceEquals(said.For, person)))
            return said.Ids;
        var ids = await ask();
        if (_said.Count >= Most)
            _said.Clear();
        _said[key] = new Said(ids, now, person);
        return ids;
    }

    private sealed record Said(IReadOnlySet<string> Ids, DateTimeOffset At, Person For);
}
