namespace TrunkBot.Intake;

/// <summary>What was found for one field. A label that names the field outweighs one that may, and that a sentence.</summary>
internal sealed class Field
{
    private const int LongestLine = 160;

    private readonly List<(string Value, string Line, int Rank)> _found = [];

    public int Count => _found.Count;

    public bool Has(int rank) => _found.Exists(one => one.Rank <= rank);

    public void Add(string value, string line, int rank) => _found.Add((value, Short(line), rank));

    /// <summary>Those of the greatest weight, each once.</summary>
    public IReadOnlyList<Candidate> Best()
    {
        if (_found.Count is 0)
            return [];
        var rank = _found.Min(one => one.Rank);
        return [.. _found.Where(one => one.Rank == rank).DistinctBy(one => one.Value).Select(one => new Candidate(one.Value, one.Line))];
    }

    /// <summary>Those, or another's where there are none.</summary>
    public IReadOnlyList<Candidate> BestOr(Field? other) => _found.Count > 0 || other is null ? Best() : other.Best();

    /// <summary>The beginning of a line, without half of a character at its end.</summary>
    public static string Short(string line, int most = LongestLine) =>
        line.Trim() is var whole && whole.Length <= most ? whole : $"{whole[..(char.IsHighSurrogate(whole[most - 1]) ? most - 1 : most)]}…";
}
