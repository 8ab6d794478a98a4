namespace TrunkBot.Trunks.Fields;

/// <summary>The numbers: parted, normalised, and each kind of objection said once for all the numbers that have it.</summary>
internal static class NumberRules
{
    // More than these are not typed by hand.
    private const int MostMeant = 20;

    // Comma, semicolon, and every character that breaks a line.
    public static readonly char[] Separators = [',', ';', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    public static Reviewed<IReadOnlyList<string>> Review(string? typed, string? direction, int most, string? region = null)
    {
        var entries = (typed ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Entry.Of)
            .ToList();
        if (entries.Count is 0)
            return Refuse(NumberTexts.NoNumber);

        var distinct = entries.DistinctBy(entry => entry.Number).ToList();
        return distinct.Count > most
            ? Refuse(NumberTexts.TooManyNumbers(distinct.Count, most))
            : Judge(distinct, Repeated(entries), direction, region);
    }

    private static Reviewed<IReadOnlyList<string>> Judge(List<Entry> entries, List<string> repeated, string? direction, string? region)
    {
        var findings = entries
            .Select(entry => (entry, Objection: NumberShape.Objection(entry.Meant, entry.Number)
                ?? NumberPlan.Objection(entry.Number, direction)))
            .Where(judged => judged.Objection is not null)
            .GroupBy(judged => judged.Objection!.Value, judged => judged.entry)
            .Select(group => Named(group.Key, [.. group]))
            .ToList();
        if (repeated.Count > 0)
            findings.Add(NumberTexts.Repeated(repeated));

        findings.AddRange(entries.Where(entry => entry.IsMended).Select(entry => NumberTexts.NumberBecomes(entry.Typed, entry.Number)));
        if (!findings.Exists(finding => finding.Severity is Severity.Error))
            return new([.. entries.Select(entry => entry.Number)], findings);
        if (Meant(entries, direction, region) is { } meant)
            Offer(findings, meant);
        return new(null, findings);
    }

    private static void Offer(List<Finding> findings, string meant)
    {
        var first = findings.FindIndex(finding => finding.Severity is Severity.Error);
        findings[first] = findings[first] with { Remedy = FieldTexts.DidYouMean(meant), Suggestion = meant };
    }

    // The whole list with each number as it was probably meant; null as soon as one of them is anybody's guess.
    private static string? Meant(List<Entry> entries, string? direction, string? region)
    {
        var meant = new List<string>();
        foreach (var entry in entries.Take(MostMeant))
        {
            var number = NumberShape.Objection(entry.Meant, entry.Number) is null ? entry.Number : NumberMend.Likely(entry.Typed, region);
            if (number is null || NumberPlan.Objection(number, direction) is { Severity: Severity.Error })
                return null;
            meant.Add(number);
        }

        return entries.Count > MostMeant ? null : string.Join(", ", meant.Distinct());
    }

    // An error quotes what was typed, so that it can be found; a warning quotes what will be sent.
    private static Finding Named(NumberFlaw flaw, IReadOnlyList<Entry> entries) =>
        NumberTexts.Flawed(flaw, [.. entries.Select(entry => flaw.Severity is Severity.Error ? entry.Typed : entry.Number)]);

    private static List<string> Repeated(List<Entry> entries) =>
        [.. entries.Where(entry => entry.Number.StartsWith('+')).GroupBy(entry => entry.Number)
            .Where(same => same.Skip(1).Any()).Select(same => same.Key)];

    private static Reviewed<IReadOnlyList<string>> Refuse(Finding finding) => Reviewed<IReadOnlyList<string>>.Refused(finding);

    private sealed record Entry(string Typed, string Number, bool IsMended)
    {
        /// <summary>What the shape is judged by.</summary>
        public string Meant => IsMended ? Number : Typed;

        public static Entry Of(string typed) =>
            NumberMend.Of(typed) is { } mended ? new(typed, mended, true) : new(typed, NumberShape.Normalise(typed), false);
    }
}
