using TrunkBot.Approvals;
using TrunkBot.Languages;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>A request as lines for a card; the password only as dots.</summary>
internal static class TrunkFacts
{
    private const int NumbersOfADraft = 100;

    // Facts are stored with an approval, so their titles are said when they are shown.
    private const string Numbers = "Numbers";

    public static IReadOnlyList<ApprovalFact> Of(TrunkRequest request) => [.. Of(request.Fields), new(Say.Later("Password"), FieldTexts.HiddenPassword)];

    /// <summary>The same as a person reads it, as far as a card has room, without what is empty.</summary>
    public static IEnumerable<ApprovalFact> Shown(TrunkRequest request) =>
        Shown(HasPassword(request) ? Of(request) : Of(request.Fields), request.State is RequestState.Draft ? NumbersOfADraft : TrunkOptions.NumbersOnACard);

    /// <summary>The same for a draft's fields alone.</summary>
    public static IEnumerable<ApprovalFact> Shown(TrunkFields fields) => Shown(Of(fields), NumbersOfADraft);

    private static IEnumerable<ApprovalFact> Shown(IEnumerable<ApprovalFact> facts, int numbers) => facts
        .Where(fact => fact.Value.Length > 0)
        .Select(fact => fact with { Value = fact.Title is Numbers ? Fields.Shown.Numbers(fact.Value, numbers) : Fields.Shown.Text(fact.Value) })
        .Select(fact => fact.Said());

    private static IReadOnlyList<ApprovalFact> Of(TrunkFields fields) =>
    [
        new(Say.Later("Name"), fields.Name ?? ""),
        new(Say.Later("Host"), fields.Domain ?? ""),
        new(ApprovalFact.Direction, fields.Direction ?? ""),
        new(Say.Later(Numbers), fields.Numbers ?? ""),
        new(Say.Later("Username"), fields.Username ?? ""),
    ];

    private static bool HasPassword(TrunkRequest request) => request.State is not RequestState.Draft || request.ProtectedPassword is not null;

    /// <summary>The values as they will be sent; only after the submit, when they are normalised.</summary>
    public static TrunkSpec SpecOf(TrunkRequest request) => new(
        request.Fields.Name!,
        request.Fields.Domain!,
        request.Fields.Direction!,
        NumbersIn(request.Fields.Numbers!),
        request.Fields.Username!);

    /// <summary>The numbers of a request that was submitted, of which this is the list.</summary>
    public static string[] NumbersIn(string list) => list.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
