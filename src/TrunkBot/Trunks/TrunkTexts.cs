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
    // Buttons, headings, labels.
    public const string
        AskAgain = "Ask again",
        Change = "Change",
        Edit = "Edit",
        TakeBack = "Take back",
        CancelRequest = "Cancel request",
        Refresh = "Refresh",
        SubmitChanges = "Submit changes",
        TrunkId = "Trunk id",
        WarningsConfirmed = "Warnings that were confirmed",
        WhatNext = "What to do next";

    // What the commands do and take, for /help and for a line that lacks something.
    public const string
        CancelHelp = "Cancel a request before its trunk is created",
        EditHelp = "Change a request of yours that waits for approval; earlier approvals no longer count",
        TheRequest = "The request, like TR-7";

    public const string NoRoom =
        "Nobody can approve yet, because your company has no approvals room. What you entered is kept. "
        + "Ask an administrator to type /trunk approvals here in the channel or group chat of your approvers, then submit again.";

    public const string NoSuchRequest = "I can't find that request. Type /trunk requests to see them all.";

    public static string OnlyYourOwnRequests(string refusal) =>
        $"I can't find that request among yours. Type /trunk requests to see them all. Is it somebody else's? {refusal}";

    public const string NoneOfYours =
        "I can't find that request among yours, and only the person who asked for it can change it. Type /trunk requests to see yours.";

    public const string NotYours = "This card isn't yours, or its request has ended. Type /trunk new to start your own.";

    public static string NoRequests(bool mayAsk) => $"There are no requests yet. {HowToAsk(mayAsk)}";

    public static string NoTrunks(bool mayAsk) => $"There are no trunks yet. {HowToAsk(mayAsk)}";

    public static string AgainstARule(Verdict verdict) =>
        $"You can't ask for this. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules} What you entered is kept: change it and submit again.";

    public static string WhoWillApprove(Verdict needs) => $"{PolicyTexts.Approvals(needs)} {PolicyTexts.Rules(needs.Why)}".TrimEnd();

    public const string StartedOver = "Your draft is deleted. Here is an empty form.";

    public const string OneTimePageOff = "The one-time page isn't set up here. Enter the password in the form's password field.";

    public const string OneTimePagePersonal = "I send that link in our personal chat only. Open a chat with me and type /trunk new there.";

    public static string PasswordReceived(TrunkRequest draft) =>
        $"I have the password for {draft.Id}. Open the form and press Submit to ask for approval.";

    public const string DraftExpired = "This draft expired. Type /trunk new to start again.";

    public const string DraftGone = "The draft I was asking about was cancelled or submitted, or it expired. Type /trunk new to start again.";

    public static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    public const string ChangeIt = "What you entered is kept. Change what you like and submit again.";

    public static string SubmitAnyway(IReadOnlyList<Finding> warnings, Verdict needs) =>
        $"{string.Join(" ", warnings.Select(FieldTexts.Line))} {WhoWillApprove(needs)} "
        + Plural.Of(warnings.Count, "Submit anyway? The approver will see this warning.", "Submit anyway? The approver will see these warnings.");

    /// <summary>What somebody else's request or trunk has in common with this one.</summary>
    public static Finding Collision(RequestId other, IReadOnlyList<(TrunkKeyKind Kind, string Value)> shared)
    {
        var numbers = shared.Where(one => one.Kind is TrunkKeyKind.Number).Select(one => one.Value).ToList();
        var others = shared.Select(one => one.Kind).Where(kind => kind is not TrunkKeyKind.Number).ToList();
        var said = (numbers.Count, others) switch
        {
            (0, [var only]) => Same(other, only),
            ( > 0, []) => SameNumbers(other, numbers),
            _ => $"{other} has the same values: {string.Join(", ", [.. NumbersOf(numbers), .. others.Select(Called)])}.",
        };
        return Finding.Warning(FieldOf(shared[0].Kind), said, "Check that both are needed.");
    }

    private static string Same(RequestId other, TrunkKeyKind kind) => kind switch
    {
        TrunkKeyKind.Name => $"{other} has the same name.",
        TrunkKeyKind.Username => $"{other} has the same username.",
        TrunkKeyKind.Domain => $"{other} has the same host.",
        _ => throw new UnreachableException(),
    };

    private static string SameNumbers(RequestId other, List<string> numbers) => Plural.Of(
        numbers.Count, $"{other} has the same number {Shown.Numbers(numbers, 3)}.", $"{other} has the same numbers {Shown.Numbers(numbers, 3)}.");

    private static IEnumerable<string> NumbersOf(List<string> numbers) => numbers.Count == 0
        ? []
        : [Plural.Of(numbers.Count, $"number {Shown.Numbers(numbers, 3)}", $"numbers {Shown.Numbers(numbers, 3)}")];

    private static string Called(TrunkKeyKind kind) => kind switch
    {
        TrunkKeyKind.Name => "name",
        TrunkKeyKind.Username => "username",
        TrunkKeyKind.Domain => "host",
        _ => throw new UnreachableException(),
    };

    public static Finding MoreCollisions { get; } = Finding.Warning(
        FieldIds.Domain, "More trunks and requests have some of these values.", "Check that this one is needed.");

    private static string FieldOf(TrunkKeyKind kind) => kind switch
    {
        TrunkKeyKind.Number => FieldIds.Numbers,
        TrunkKeyKind.Name => FieldIds.Name,
        TrunkKeyKind.Username => FieldIds.Username,
        TrunkKeyKind.Domain => FieldIds.Domain,
        _ => throw new UnreachableException(),
    };

    /// <summary>What whoever may not reads, but for the roles that are missing.</summary>
    public static string WhyNot(Hindrance hindrance) => hindrance switch
    {
        OnlyTheAsker { Request: var request } => $"Only {Who(request.AskerName)}, who asked for {request.Id}, can change it. You can reject it and say what should change.",
        NotSubmitted { Request: var request } => $"{request.Id} isn't submitted yet. Type /trunk new to go on with it.",
        TooFar { Request: var request } => TooLate(request),
        AskerCannotSettle => ProvisioningTexts.AskerCannotSettle,
        NothingToSettle { Request: var request } => ProvisioningTexts.NothingToSettle(request),
        NotOnHold => ProvisioningTexts.NothingOnHold,
        NothingToAskAgain => NotYours,
        _ => throw new UnreachableException(),
    };

    public static string NothingChanged(TrunkRequest request) =>
        $"{request.Id} already asks for exactly this, so nothing was changed. Approvals so far still count.";

    public const string NoSuchTrunk = "I can't find a trunk with that id. Type /trunk list to see them all.";

    public static string OnlyYourOwnTrunks(string refusal) =>
        $"I can't find a trunk with that id among yours. Type /trunk list to see them all. Is it somebody else's? {refusal}";

    public static string GoneAtVideoSdk(Trunk trunk) =>
        $"VideoSDK no longer has the trunk {trunk.TrunkId}, which was created for {new RequestId(trunk.RequestNumber)}. Somebody deleted it there.";

    public static string CannotRead(string reason) =>
        $"I can't read the trunk from VideoSDK right now. {reason} The trunk itself isn't affected. Try again in a few minutes.";

    public static string Cancelled(TrunkRequest request) => $"{request.Id} is cancelled. Nothing was created.";

    public static string OnlyAskerOrAdmin(TrunkRequest request, string refusal) =>
        $"{request.Id} can be cancelled by {Who(request.AskerName)}, who asked for it, or by an administrator. {refusal}";

    public static string Resumed(TrunkRequest draft) => $"You started this draft earlier ({draft.Id}). Go on with it, or start over.";

    public static string ResumedWithoutPassword(TrunkRequest draft) =>
        $"{Resumed(draft)} {FieldTexts.PasswordDropped}";

    public static string ApprovalTitle(TrunkSpec spec) => spec.Direction is TrunkDirection.Inbound
        ? $"SIP trunk “{CardText.Visible(spec.Name)}”, inbound"
        : $"SIP trunk “{CardText.Visible(spec.Name)}”, outbound";

    public static string CancelledBy(string? name) => $"Cancelled by {Who(name)}. Nothing was created.";

    /// <summary>What the person who asked reads when it was somebody else.</summary>
    public static string CancelledForYou(TrunkRequest request, string? name) => $"{Who(name)} cancelled {request.Id}, which you asked for. Nothing was created.";

    public static string State(TrunkRequest request) => request.State switch
    {
        RequestState.Draft => "A draft that isn't submitted yet. Type /trunk new to go on with it.",
        RequestState.Pending => "Waiting for an approver.",
        RequestState.Approved => ProvisioningTexts.Approved(request),
        RequestState.Provisioning => "VideoSDK is creating the trunk now.",
        RequestState.OutcomeUnknown => ProvisioningTexts.Unknown(request),
        RequestState.Created => $"Created. Trunk id: {request.TrunkId}.",
        RequestState.Rejected => "Rejected. Nothing was created.",
        RequestState.Cancelled => "Cancelled. Nothing was created.",
        RequestState.Expired => "Expired: nobody decided in time. Nothing was created.",
        RequestState.Failed => $"Not created. {request.Problem}",
        _ => throw new UnreachableException(),
    };

    /// <summary>The same in a word or two, for lists.</summary>
    public static string Stage(RequestState state) => state switch
    {
        RequestState.Draft => "Draft",
        RequestState.Pending => "Waiting for an approver",
        RequestState.Approved => "Approved",
        RequestState.Provisioning => "Being created",
        RequestState.Created => "Created",
        RequestState.OutcomeUnknown => "Not confirmed by VideoSDK",
        RequestState.Rejected => "Rejected",
        RequestState.Cancelled => "Cancelled",
        RequestState.Expired => "Expired",
        RequestState.Failed => "Not created",
        _ => throw new UnreachableException(),
    };

    /// <summary>For the audit: how many warnings were confirmed.</summary>
    public static string? Confirmed(int warnings) => warnings == 0 ? null : Plural.Of(warnings, "1 warning confirmed", $"{warnings} warnings confirmed");

    /// <summary>For the audit: whose approvals a change has undone.</summary>
    public static string? Voided(IReadOnlyList<string> voided) => voided.Count == 0 ? null : $"approvals void: {string.Join(", ", voided)}";

    /// <summary>For the audit: which trunk a request has, and who found it at VideoSDK, if somebody did.</summary>
    public static string CreatedAs(string trunkId, string? adoptedBy) => adoptedBy is null ? trunkId : $"{trunkId}, adopted by {adoptedBy}";

    // The form of a request that waits.
    public static string Changing(RequestId request) => $"Change {request}";

    public static string NoEditFormHere(RequestId request) => $"Change {request}. Your client can't show the form: type /trunk cancel {request} and ask again.";

    public const string UntilYouSubmit =
        "Your request stays as it is until you submit. Then earlier approvals no longer count, and the approvers are asked again.";

    // What the check of the audit finds wrong with a request's password.
    public const string
        PasswordMissing = "Its stored password is missing.",
        PasswordOfNobody = "Its stored password isn't the one that was asked for and approved.",
        PasswordUnreadable = "Its stored password was changed, or the key that opens it is missing.";

    private static string TooLate(TrunkRequest request) => $"{request.Id} can't be changed any more. {State(request)}";

    public static string AgainstARule(TrunkRequest request, Verdict needs) =>
        $"Nothing was sent, because {request.Id} no longer meets the rules. {PolicyTexts.Rules(needs.Why)} "
        + (needs.IsRefused ? $"{PolicyTexts.WhoChangesRules} Change the request and ask again." : $"{PolicyTexts.Approvals(needs)} Ask again.");

    private static string HowToAsk(bool mayAsk) =>
        mayAsk ? "Type /trunk new to ask for a trunk." : "Somebody with the Requester role can ask for a trunk with /trunk new.";

    public static string Who(string? name) => name is { Length: > 0 } ? CardText.Visible(CardText.Cut(name, 128)) : "somebody";
}
