using TrunkBot.Approvals;

namespace TrunkBot.Trunks;

/// <summary>A request as lines for a card; the password only as dots.</summary>
internal static class TrunkFacts
{
    public static IReadOnlyList<ApprovalFact> Of(TrunkRequest request) =>
    [
        new("Name", request.Fields.Name ?? ""),
        new("Domain", request.Fields.Domain ?? ""),
        new("Direction", request.Fields.Direction ?? ""),
        new("Numbers", request.Fields.Numbers ?? ""),
        new("Username", request.Fields.Username ?? ""),
        new("Password", "•••"),
    ];

    /// <summary>The values as they will be sent; only after the submit, when they are normalised.</summary>
    public static TrunkSpec SpecOf(TrunkRequest request) => new(
        request.Fields.Name!,
        request.Fields.Domain!,
        request.Fields.Direction!,
        request.Fields.Numbers!.Split(", ", StringSplitOptions.RemoveEmptyEntries),
        request.Fields.Username!);
}
