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

    /// <summary>The same as far as a card has room, without what is empty.</summary>
    public static IEnumerable<ApprovalFact> Shown(TrunkRequest request) => Of(request)
        .Where(fact => fact.Value.Length > 0 && (fact.Title is not "Password" || HasPassword(request)))
        .Select(fact => fact with { Value = fact.Title is "Numbers" ? Trunks.Shown.Numbers(fact.Value, request.State is RequestState.Draft ? 100 : TrunkOptions.NumbersOnACard) : Trunks.Shown.Text(fact.Value) });

    private static bool HasPassword(TrunkRequest request) => request.State is not RequestState.Draft || request.ProtectedPassword is not null;

    /// <summary>The values as they will be sent; only after the submit, when they are normalised.</summary>
    public static TrunkSpec SpecOf(TrunkRequest request) => new(
        request.Fields.Name!,
        request.Fields.Domain!,
        request.Fields.Direction!,
        request.Fields.Numbers!.Split(", ", StringSplitOptions.RemoveEmptyEntries),
        request.Fields.Username!);
}
