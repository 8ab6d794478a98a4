namespace TrunkBot.Intake;

/// <summary>What a paste says about a trunk. Nothing in it holds a secret: every text was scrubbed before it was read.</summary>
internal sealed record Reading
{
    public static readonly Reading Nothing = new();

    public IReadOnlyList<Candidate> Names { get; init; } = [];

    /// <summary>Hosts with port and transport where the paste gives them, as in <c>sip.example.com:5061;transport=tls</c>.</summary>
    public IReadOnlyList<Candidate> Hosts { get; init; } = [];

    public IReadOnlyList<Candidate> Directions { get; init; } = [];

    /// <summary>Numbers are a list: all of them are the trunk's, unless one has no country code.</summary>
    public IReadOnlyList<Candidate> Numbers { get; init; } = [];

    /// <summary>Readings of national numbers by the country that the paste names: to be offered, never filled in.</summary>
    public IReadOnlyList<Candidate> LikelyNumbers { get; init; } = [];

    /// <summary>Whether a range of numbers is named, of which none is taken.</summary>
    public bool HasRange { get; init; }

    public IReadOnlyList<Candidate> Usernames { get; init; } = [];

    /// <summary>How many trunks the paste describes; what is read is the first.</summary>
    public int Rows { get; init; }

    /// <summary>Lines that say something which is not one of the trunk's fields.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>How many secrets were taken out.</summary>
    public int Secrets { get; init; }

    /// <summary>The paste without its secrets.</summary>
    public string Text { get; init; } = "";

    /// <summary>Longer than what is read; its secrets were taken out all the same.</summary>
    public bool IsTooLong { get; init; }

    public bool FoundSomething => HasRange || Names.Count + Hosts.Count + Directions.Count + Numbers.Count + LikelyNumbers.Count + Usernames.Count > 0;
}

/// <summary>One possible value of a field, and the line it stands in.</summary>
internal sealed record Candidate(string Value, string Line);
