using TrunkBot.Access;

namespace TrunkBot.Approvals;

/// <summary>What one person decided, with the strongest role that they had then, and about what exactly.</summary>
internal sealed record Decision(
    string PersonId, string? PersonName, Role Role, bool Approved, string? Comment, DateTimeOffset At, byte[] Fingerprint)
{
    /// <summary>Whose decision it was to be, when they had handed it on.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>Where they were met, to find out later whether they still have the role.</summary>
    public Encounter? Met { get; init; }

    /// <summary>They had the role, and have it no longer: it does not count. Looked at anew with every later yes and before the create.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>Not one of the approvals: an Admin pushed it through without them.</summary>
    public bool IsPush { get; init; }
}
