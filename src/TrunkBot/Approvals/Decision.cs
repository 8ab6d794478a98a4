using TrunkBot.Access;

namespace TrunkBot.Approvals;

/// <summary>What one person decided, with the strongest role that they had then, and about what exactly.</summary>
internal sealed record Decision(
    string PersonId, string? PersonName, Role Role, bool Approved, string? Comment, DateTimeOffset At, byte[] Fingerprint);
