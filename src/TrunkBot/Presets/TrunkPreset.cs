using TrunkBot.Languages;

namespace TrunkBot.Presets;

/// <summary>What is publicly known about one carrier: facts, not code, each file with its sources and their date.</summary>
internal sealed record TrunkPreset
{
    /// <summary>The preset for a carrier that none of the others matches.</summary>
    public const string Custom = "custom";

    /// <summary>The same as the file's name.</summary>
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The carrier's own domains. A host within one that fits no pattern deserves a second look.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>How the hosts of its trunks look; a star stands for exactly one part.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>A host to show as an example, and where it is found.</summary>
    public required HostExample Example { get; init; }

    public required CarrierLimits Limits { get; init; }

    public required DirectionFacts Inbound { get; init; }

    public required DirectionFacts Outbound { get; init; }

    public required IReadOnlyList<PresetSource> Sources { get; init; }

    /// <summary>How old the oldest of the facts is, to be shown with them; null where there are none.</summary>
    public DateOnly? CheckedOn => Sources.Count is 0 ? null : Sources.Min(source => source.CheckedOn);

    public bool IsCustom => Id == Custom;

    /// <summary>What a person reads for it: a carrier's name is the same in every language.</summary>
    public string Called => IsCustom ? Say.It(DisplayName) : DisplayName;

    public DirectionFacts For(string direction) => direction is "inbound" ? Inbound : Outbound;

    /// <summary>Whether the carrier can use a username and password for calls of this direction.</summary>
    public bool TakesCredentials(string direction) => For(direction).Authentication.Contains(DirectionFacts.Credentials);

    /// <summary>What is left to do at the carrier and at VideoSDK once the trunk exists, step by step.</summary>
    /// <param name="direction">The trunk's direction.</param>
    /// <param name="inboundHost">Where the carrier sends inbound calls.</param>
    /// <param name="addresses">Where VideoSDK's outbound calls come from.</param>
    public IReadOnlyList<string> NextSteps(string direction, string inboundHost, string addresses) =>
        [.. For(direction).NextSteps.Select(step => Say.It(step)
            .Replace("{inbound-host}", inboundHost, StringComparison.Ordinal)
            .Replace("{addresses}", addresses, StringComparison.Ordinal))];
}

/// <param name="Host">A made-up host of the right form.</param>
/// <param name="Where">Where the real one is shown.</param>
internal sealed record HostExample(string Host, string Where);

/// <summary>What the carrier takes; a missing limit is not known.</summary>
internal sealed record CarrierLimits
{
    public int? UsernameMinLength { get; init; }

    public int? UsernameMaxLength { get; init; }

    public int? PasswordMinLength { get; init; }

    public int? PasswordMaxLength { get; init; }

    public bool PasswordNeedsSign { get; init; }
}

/// <param name="Authentication">How the carrier and its customer know each other: <c>credentials</c>, <c>addresses</c>, <c>token</c>.</param>
/// <param name="Hints">Good to know while the form is filled in.</param>
/// <param name="NextSteps">What to do once the trunk exists; may name {inbound-host} and {addresses}.</param>
internal sealed record DirectionFacts(
    IReadOnlyList<string> Authentication, IReadOnlyList<string> Hints, IReadOnlyList<string> NextSteps)
{
    public const string Credentials = "credentials";

    public static readonly IReadOnlyList<string> AllAuthentication = [Credentials, "addresses", "token"];
}

/// <summary>A page that the facts were taken from, what for, and when it was last read: carriers change.</summary>
internal sealed record PresetSource(string Fact, Uri Url, DateOnly CheckedOn);
