using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>A user and a password in one value: <c>acme / S3cret</c>, <c>acme:S3cret</c>.</summary>
internal static class PairValue
{
    private const int LongestUser = 256, ShortestNumber = 4;

    /// <summary>The second of two values behind a label for both; null where there are none.</summary>
    public static Stretch? SecondAfter(string text, int end, Stretch line)
    {
        if (EnclosedValue.InArgument(text, end, line) is { } argument)
            return LastOf(text, argument);
        if (ValueText.Separator(text, ValueText.Skip(text, end, line.End), line.End) is not { } behind)
            return PairAfter(text, end, line);
        var first = ValueText.Token(text, behind, Math.Min(line.End, behind + LongestUser));
        if (first.IsEmpty)
            return null;
        var pair = first.In(text);
        if (SecretValue.IsWebAddress(pair) || IsAddress(pair))
            return null;
        var colon = pair.AsSpan().IndexOfAny(':', '/');
        if (colon > 0 && first.Start + colon + 1 < first.End)
            return IsNoPair(pair, colon) ? null : SecretValue.Judged(text, new(first.Start + colon + 1, first.End));
        var at = first.End;
        while (at < line.End && text[at] is ' ')
            at++;
        if (at < line.End && text[at] is '/' or ':' or '|' or ',')
            return SecretValue.Judged(text, ValueText.Token(text, at + 1, line.End)) is { } second && BareSecret.IsLikely(second.In(text)) ? second : null;
        var alone = ValueText.Trimmed(text, at, line.End);
        return alone.End - alone.Start is > 0 and < LongestUser && BareSecret.Is(alone.In(text)) ? alone : null;
    }

    // "acme:sip.carrier.com:S3cret"
    private static Stretch? LastOf(string text, Stretch value) =>
        text.LastIndexOf(':', value.End - 1, value.End - value.Start) is >= 0 and var colon && BareSecret.IsLikely(text.AsSpan(colon + 1, value.End - colon - 1)) ? new(colon + 1, value.End) : null;

    private static bool IsAddress(string pair) =>
        Addresses.Read(pair) is not null && !(pair.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash && BareSecret.IsLikely(pair.AsSpan(slash + 1)));

    // 10:30, 12345/001
    private static bool IsNoPair(string pair, int seam)
    {
        var first = pair.AsSpan(0, seam);
        var second = pair.AsSpan(seam + 1);
        var numbers = !first.ContainsAnyExceptInRange('0', '9') && !second.ContainsAnyExceptInRange('0', '9');
        return numbers && (pair[seam] is '/' ? second.Length < ShortestNumber : first.Length <= 2 && second.Length <= 2);
    }

    // "credentials acme:S3cret", without a separator: only what looks like a user and a password.
    private static Stretch? PairAfter(string text, int end, Stretch line)
    {
        var pair = ValueText.Token(text, end, Math.Min(line.End, end + LongestUser));
        var colon = text.AsSpan(pair.Start, pair.End - pair.Start).IndexOf(':');
        if (colon <= 0 || pair.Start == end)
            return null;
        var second = new Stretch(pair.Start + colon + 1, pair.End);
        var value = second.In(text);
        return value.Any(char.IsLetter) && value[0] is not '/' && BareSecret.IsLikely(value) && !value.Contains('@', StringComparison.Ordinal) ? SecretValue.Judged(text, second) : null;
    }
}
