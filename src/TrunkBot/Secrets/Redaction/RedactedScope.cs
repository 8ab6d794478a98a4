using System.Collections;

namespace TrunkBot.Secrets.Redaction;

/// <summary>A scope without known secrets. Every request opens one and hardly any is ever written, so it is cleaned when somebody reads it.</summary>
internal sealed class RedactedScope(object state) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private RedactedState? _clean;

    public int Count => Clean.Count;

    public KeyValuePair<string, object?> this[int index] => Clean[index];

    private RedactedState Clean => _clean ??= RedactedState.Of(state, state.ToString() ?? "");

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Clean.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Clean.ToString();
}
