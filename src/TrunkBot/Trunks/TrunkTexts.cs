using System.Diagnostics;
using System.Globalization;
using TrunkBot.Access;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks;

/// <summary>What is said about requests and trunks.</summary>
internal static class TrunkTexts
{
    public const string NoRoom =
        "Nobody can approve yet: this company has no approvals room. What you entered is kept. "
        + "Ask a colleague with the Admin role to type /trunk approvals here in the channel where approvers sit, then submit.";

    public const string NoSuchRequest = "I can't find that request. Type /trunk requests to see them all.";

    public static string OnlyYourOwnRequests(string refusal) =>
        $"I can't find that request among yours. Type /trunk requests to see them all. Is it somebody else's? {refusal}";

    public const string NoneOfYours =
        "I can't find that request among yours, and only the person who asked can change it. Type /trunk requests to see them all.";

    public const string NotYours = "This card isn't yours, or its request has ended. Type /trunk new to start your own.";

    public static string NoRequests(bool mayAsk) => $"There are no requests yet. {HowToAsk(mayAsk)}";

    public static string NoTrunks(bool mayAsk) => $"There are no trunks yet. {HowToAsk(mayAsk)}";

    public static string AgainstARule(Verdict verdict) =>
        $"You can't ask for this. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules} What you entered is kept: change it and submit again.";

    public static string WhoWillApprove(Verdict needs) => $"{PolicyTexts.Approvals(needs)} {PolicyTexts.Rules(needs.Why)}".TrimEnd();

    public const string StartedOver = "The draft is gone. Here is an empty form.";

    public const string OneTimePageOff = "The one-time page isn't set up here. Enter the password in the form's password field.";

    public const string OneTimePagePersonal = "I send that link in our personal chat only. Open a chat with me and type /trunk new there.";

    public static string PasswordReceived(TrunkRequest draft) =>
        $"I have the password for {draft.Id}. Show the form, then press Submit to ask for approval.";

    public const string DraftExpired = "This draft expired. Type /trunk new to start again.";

    public const string DraftGone = "The draft I was asking about is gone: cancelled, submitted or expired. Type /trunk new to start again.";

    public static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    public const string ChangeIt = "Change what you like and submit again. What you entered is kept.";

    public static string SubmitAnyway(IReadOnlyList<Finding> warnings, Verdict needs) =>
        $"{string.Join(" ", warnings.Select(Line))} {WhoWillApprove(needs)} Submit anyway? The approver will see {(warnings.Count == 1 ? "this warning" : "these warnings")}.";

    /// <summary>What somebody else's request or trunk has in common with this one.</summary>
    public static Finding Collision(RequestId other, IReadOnlyList<(TrunkKeyKind Kind, string Value)> shared)
    {
        var numbers = shared.Where(one => one.Kind is TrunkKeyKind.Number).Select(one => one.Value).ToList();
        List<string> same =
        [
            .. numbers.Count == 0 ? Array.Empty<string>() : [$"{(numbers.Count == 1 ? "number" : "numbers")} {Shown.Numbers(numbers, 3)}"],
            .. shared.Where(one => one.Kind is not TrunkKeyKind.Number).Select(one => one.Kind.ToString().ToLowerInvariant()),
        ];
        var list = same.Count == 1 ? same[0] : $"{string.Join(", ", same.SkipLast(1))} and {same[^1]}";
        return Finding.Warning(FieldOf(shared[0].Kind), $"{other} has the same {list}.", "Go on only if both are meant.");
    }

    public static Finding MoreCollisions { get; } = Finding.Warning(
        FieldIds.Domain, "More trunks and requests have some of these values.", "Go on only if that is meant.");

    private static string FieldOf(TrunkKeyKind kind) => kind switch
    {
        TrunkKeyKind.Number => FieldIds.Numbers,
        TrunkKeyKind.Name => FieldIds.Name,
        TrunkKeyKind.Username => FieldIds.Username,
        _ => FieldIds.Domain,
    };

    /// <summary>What whoever may not reads, but for the roles that are missing.</summary>
    public static string WhyNot(Hindrance hindrance) => hindrance switch
    {
        OnlyTheAsker { Request: var request } => $"{request.Id} can be changed by {Who(request.AskerName)} alone, who asked for it. You can reject it and say what should change.",
        NotSubmitted { Request: var request } => $"{request.Id} was not submitted yet. Type /trunk new to go on with it.",
        TooFar { Request: var request } => TooLate(request),
        AskerCannotSettle => ProvisioningTexts.AskerCannotSettle,
        NothingToSettle { Request: var request } => ProvisioningTexts.NothingToSettle(request),
        NotOnHold => ProvisioningTexts.NothingOnHold,
        NothingToAskAgain => NotYours,
        _ => throw new UnreachableException(),
    };

    public static string NothingChanged(TrunkRequest request) =>
        $"That is what {request.Id} asks for already. Nothing was changed, and approvals so far stand.";

    public const string NoSuchTrunk = "I can't find a trunk with that id. Type /trunk list to see them all.";

    public static string OnlyYourOwnTrunks(string refusal) =>
        $"I can't find a trunk with that id among yours. Type /trunk list to see them all. Is it somebody else's? {refusal}";

    public static string GoneAtVideoSdk(Trunk trunk) =>
        $"VideoSDK no longer has the trunk {trunk.TrunkId}: somebody deleted it there. It was created for {new RequestId(trunk.RequestNumber)}.";

    public static string CannotRead(string reason) =>
        $"I can't read the trunk from VideoSDK right now. {reason} The trunk itself isn't affected. Try again in a few minutes.";

    public static string Cancelled(TrunkRequest request) => $"{request.Id} is cancelled. Nothing was created.";

    public static string OnlyAskerOrAdmin(TrunkRequest request, string refusal) =>
        $"{request.Id} can be cancelled by {Who(request.AskerName)}, who asked for it, or by an Admin. {refusal}";

    public static string Resumed(TrunkRequest draft) => $"You began this draft before ({draft.Id}). Go on, or start over.";

    public static string ResumedWithoutPassword(TrunkRequest draft) =>
        $"{Resumed(draft)} {PasswordDropped}";

    public const string PasswordDropped = "The host or username has changed, so I dropped the password you entered before.";

    public static string Line(Finding finding) => $"{FieldName(finding.Field)}: {finding.Reason} {finding.Remedy}";

    public static string FieldName(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    public static string ApprovalTitle(TrunkSpec spec) => $"SIP trunk “{CardText.Visible(spec.Name)}”, {spec.Direction}";

    public static string CancelledBy(string? name) => $"Cancelled by {Who(name)}. Nothing was created.";

    /// <summary>What the asker reads when it was somebody else.</summary>
    public static string CancelledForYou(TrunkRequest request, string? name) => $"{Who(name)} has cancelled {request.Id}, which you asked for. Nothing was created.";

    public static string State(TrunkRequest request) => request.State switch
    {
        RequestState.Draft => "A draft, not submitted yet. Type /trunk new to go on with it.",
        RequestState.Pending => "Waiting for an approver.",
        RequestState.Approved => ProvisioningTexts.Approved(request),
        RequestState.Provisioning => "Being created at VideoSDK now.",
        RequestState.OutcomeUnknown => ProvisioningTexts.Unknown(request),
        RequestState.Created => $"Created. Trunk id: {request.TrunkId}.",
        RequestState.Rejected => "Rejected. Nothing was created.",
        RequestState.Cancelled => "Cancelled. Nothing was created.",
        RequestState.Expired => "Expired: nobody decided in time. Nothing was created.",
        _ => $"Not created. {request.Problem}",
    };

    /// <summary>The same in a word or two, for lists.</summary>
    public static string Stage(RequestState state) => state switch
    {
        RequestState.Pending => "Waiting for an approver",
        RequestState.Provisioning => "Being created",
        RequestState.OutcomeUnknown => "Not confirmed by VideoSDK",
        RequestState.Failed => "Not created",
        _ => state.ToString(),
    };

    /// <summary>For the audit: how many warnings the asker has confirmed.</summary>
    public static string? Confirmed(int warnings) => warnings switch { 0 => null, 1 => "1 warning confirmed", _ => $"{warnings} warnings confirmed" };

    private static string TooLate(TrunkRequest request) => $"{request.Id} cannot be changed any more. {State(request)}";

    public static string AgainstARule(TrunkRequest request, Verdict needs) =>
        $"Nothing was sent, because {request.Id} no longer meets the rules. {PolicyTexts.Rules(needs.Why)} "
        + (needs.IsRefused ? $"{PolicyTexts.WhoChangesRules} Change what they object to and ask again." : $"{PolicyTexts.Approvals(needs)} Ask again.");

    private static string HowToAsk(bool mayAsk) =>
        mayAsk ? "Type /trunk new to ask for a trunk." : "Somebody with the Requester role can ask for one with /trunk new.";

    public static string Who(string? name) => name is { Length: > 0 } ? CardText.Visible(CardText.Cut(name, 128)) : "somebody";
}
