namespace TrunkBot.Trunks.Fields;

/// <summary>The numbers: parted, normalised, and each kind of objection said once for all the numbers that have it.</summary>
internal static class NumberRules
{
    // Comma, semicolon, and every character that breaks a line.
    public static readonly char[] Separators = [',', ';', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    public static Reviewed<IReadOnlyList<string>> Review(string? typed, string? direction, int most)
    {
        var entries = (typed ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(entry => new Entry(entry, NumberShape.Normalise(entry)))
            .ToList();
        if (entries.Count is 0)
            return Refuse("No number was given.", "Give at least one, with its plus and country code, as in +14155550100.");

        var distinct = entries.DistinctBy(entry => entry.Number).ToList();
        return distinct.Count > most
            ? Refuse(
                $"{distinct.Count} numbers are too many: one trunk takes at most {most}.",
                "Share them out over several trunks.")
            : Judge(distinct, Repeated(entries), direction);
    }

    private static Reviewed<IReadOnlyList<string>> Judge(List<Entry> entries, List<string> repeated, string? direction)
    {
        var findings = entries
            .Select(entry => (entry, Objection: NumberShape.Objection(entry.Typed, entry.Number)
                ?? NumberPlan.Objection(entry.Number, direction)))
            .Where(judged => judged.Objection is not null)
            .GroupBy(judged => judged.Objection!, judged => judged.entry)
            .Select(group => Named(group.Key, [.. group]))
            .ToList();
        if (repeated.Count > 0)
            findings.Add(Finding.Warning(
                FieldIds.Numbers, $"Given more than once: {Echo.List(repeated)}.", "Each number is sent once."));

        return findings.Exists(finding => finding.Severity is Severity.Error)
            ? new(null, findings)
            : new([.. entries.Select(entry => entry.Number)], findings);
    }

    // An error quotes what was typed, so that it can be found; a warning quotes what will be sent.
    private static Finding Named(Finding objection, IReadOnlyList<Entry> entries)
    {
        var quoted = Echo.List([.. entries.Select(
            entry => objection.Severity is Severity.Error ? entry.Typed : entry.Number)]);
        return objection with { Reason = $"{objection.Reason}: {quoted}." };
    }

    private static List<string> Repeated(List<Entry> entries) =>
        [.. entries.Where(entry => entry.Number.StartsWith('+')).GroupBy(entry => entry.Number)
            .Where(same => same.Skip(1).Any()).Select(same => same.Key)];

    private static Reviewed<IReadOnlyList<string>> Refuse(string reason, string remedy) =>
        Reviewed<IReadOnlyList<string>>.Refused(Finding.Error(FieldIds.Numbers, reason, remedy));

    private sealed record Entry(string Typed, string Number);
}
