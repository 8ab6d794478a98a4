using System.Collections;
using System.Globalization;

namespace TrunkBot.Secrets.Redaction;

/// <summary>What a log entry or scope carried, as text without known secrets.</summary>
internal sealed class RedactedState(IReadOnlyList<KeyValuePair<string, object?>> members, string message)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => members.Count;

    public KeyValuePair<string, object?> this[int index] => members[index];

    public static bool NeededFor(object? state, string? message) =>
        KnownSecrets.OccurIn(message)
        || (state is IEnumerable<KeyValuePair<string, object?>> members && members.Any(member => KnownSecrets.OccurIn(Text(member.Value))));

    public static RedactedState Of(object? state, string message) => new(
        state is IEnumerable<KeyValuePair<string, object?>> members
            ? [.. members.Select(member => KeyValuePair.Create(member.Key, Clean(member.Value)))]
            : [],
        KnownSecrets.Redact(message));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;

    private static object? Clean(object? value) =>
        Text(value) is { } text && KnownSecrets.OccurIn(text) ? KnownSecrets.Redact(text) : value;

    private static string? Text(object? value) => value switch
    {
        null or bool or char or DateTime or DateTimeOffset or TimeSpan or Guid or Enum => null,
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
