namespace TrunkBot.Policies;

/// <summary>What is asked for, as facts.</summary>
/// <param name="Direction">As it will be sent.</param>
/// <param name="Host">The carrier's host in lower case, without a port.</param>
/// <param name="IsAddress">Whether the host is an IP address and no name.</param>
/// <param name="IsKnownCarrier">Whether a preset knows the host.</param>
/// <param name="Numbers">Every number once.</param>
internal sealed record PolicyQuestion(string Direction, string Host, bool IsAddress, bool IsKnownCarrier, IReadOnlyList<NumberFact> Numbers)
{
    /// <summary>What this person submitted in the 24 hours before, this request left out.</summary>
    public Amount Day { get; init; } = Amount.None;

    /// <summary>This person's open requests that were asked before, this one left out; counted no further than a rule looks.</summary>
    public int Open { get; init; }

    /// <summary>The company's trunks and open requests, this request left out; counted no further than a rule looks.</summary>
    public Amount Company { get; init; } = Amount.None;

    /// <summary>Those countries of the numbers in which the company has no trunk yet.</summary>
    public IReadOnlyList<string> NewCountries { get; init; } = [];

    /// <summary>Trunks and requests, as <c>TR-7</c>, that had the same username at the same host when this one was asked.</summary>
    public IReadOnlyList<string> SameCredentials { get; init; } = [];
}

/// <summary>How much of it there is.</summary>
internal sealed record Amount(int Trunks, int Numbers)
{
    public static Amount None { get; } = new(0, 0);
}

/// <summary>What the numbering plans say of a number.</summary>
/// <param name="Number">As it will be sent.</param>
/// <param name="Country">Two letters; null where no country has it.</param>
/// <param name="Kind">What it costs or belongs to.</param>
internal sealed record NumberFact(string Number, string? Country, NumberKind Kind);

/// <summary>The kinds of numbers that a rule may care for.</summary>
internal enum NumberKind
{
    Ordinary,
    Premium,
    SharedCost,
    TollFree,
    Global,
}
