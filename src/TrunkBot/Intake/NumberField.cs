using TrunkBot.Intake.Words;

namespace TrunkBot.Intake;

/// <summary>Numbers with their country code; those without one are read only as a suggestion, where the country is named.</summary>
internal sealed class NumberField
{
    private const int MostNational = 64;

    private readonly List<(string Number, string Line)> _national = [];

    public Field Whole { get; } = new();

    public string? Country { get; set; }

    /// <summary>Whether there is a range of numbers, of which none is taken: nobody knows which are meant.</summary>
    public bool HasRange { get; set; }

    public bool IsEmpty => Whole.Count + _national.Count is 0 && !HasRange;

    /// <summary>Lines with a number that has no country code.</summary>
    public IEnumerable<string> NationalLines => _national.Select(one => one.Line);

    /// <summary>Takes the numbers of a labelled value; false where something of it is no number.</summary>
    public bool Add(string value, string line)
    {
        var found = PhoneFinder.International(value);
        foreach (var number in found.Where(number => number.E164.Length > 0))
            Whole.Add(number.E164, line, 0);
        var hasRange = found.Any(number => number.E164.Length is 0);
        HasRange |= hasRange;
        if (found.Count > 0)
            return !hasRange;
        if (PhoneFinder.WithZeros(value) is { } dialled)
            Whole.Add(dialled, line, 0);
        else if (PhoneFinder.LooksLikeOne(value) && _national.Count < MostNational)
            _national.Add((value, Field.Short(line)));
        else
            return false;
        return true;
    }

    public IReadOnlyList<Candidate> Likely() => Country is { } country && Countries.Region(country) is { } region
        ? [.. _national.SelectMany(one => PhoneFinder.National(one.Number, region).Select(reading => new Candidate(reading, one.Line))).DistinctBy(one => one.Value)]
        : [];
}
