using System.Diagnostics;
using TrunkBot.Access;
using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks;

/// <summary>What is said about requests and trunks.</summary>
internal static class TrunkTexts
{
    // Buttons, headings, labels.
    public static string AskAgain => Say.It("Ask again");
    public static string Change => Say.It("Change");
    public static string Edit => Say.It("Edit");
    public static string TakeBack => Say.It("Take back");
    public static string CancelRequest => Say.It("Cancel request");
    public static string Refresh => Say.It("Refresh");
    public static string SubmitChanges => Say.It("Submit changes");
    public static string TrunkId => Say.It("Trunk id");
    public static string WarningsConfirmed => Say.It("Warnings that were confirmed");
    public static string WhatNext => Say.It("What to do next");

    // What the commands do and take, for /help and for a line that lacks something.
    public static string CancelHelp => Say.Later("Cancel a request before its trunk is created");
    public static string EditHelp => Say.Later("Change a request of yours that waits for approval; earlier approvals no longer count");
    public static string TheRequest => Say.Later("The request, like TR-7");

    public static string NoRoom => Say.It("Nobody can approve yet, because your company has no approvals room. What you entered is kept. "
        + "Ask an administrator to type /trunk approvals here in the channel or group chat of your approvers, then submit again.");

    public static string NoSuchRequest => Say.It("I can't find that request. Type /trunk requests to see them all.");

    public static string OnlyYourOwnRequests(string refusal) =>
        Say.It($"I can't find that request among yours. Type /trunk requests to see them all. Is it somebody else's? {refusal}");

    public static string NoneOfYours =>
        Say.It("I can't find that request among yours, and only the person who asked for it can change it. Type /trunk requests to see yours.");

    public static string NotYours => Say.It("This card isn't yours, or its request has ended. Type /trunk new to start your own.");

    public static string NoRequests(bool mayAsk) => Say.It($"There are no requests yet. {HowToAsk(mayAsk)}");

    public static string NoTrunks(bool mayAsk) => Say.It($"There are no trunks yet. {HowToAsk(mayAsk)}");

    public static string AgainstARule(Verdict verdict) =>
        Say.It($"You can't ask for this. {PolicyTexts.Rules(verdict.Why)} {PolicyTexts.WhoChangesRules} What you entered is kept: change it and submit again.");

    public static string WhoWillApprove(Verdict needs) => $"{PolicyTexts.Approvals(needs)} {PolicyTexts.Rules(needs.Why)}".TrimEnd();

    public static string StartedOver => Say.It("Your draft is deleted. Here is an empty form.");

    public static string OneTimePageOff => Say.It("The one-time page isn't set up here. Enter the password in the form's password field.");

    public static string OneTimePagePersonal => Say.It("I send that link in our personal chat only. Open a chat with me and type /trunk new there.");

    public static string PasswordReceived(TrunkRequest draft) =>
        Say.It($"I have the password for {draft.Id}. Open the form and press Submit to ask for approval.");

    public static string DraftExpired => Say.It("This draft expired. Type /trunk new to start again.");

    public static string DraftGone => Say.It("The draft I was asking about was cancelled or submitted, or it expired. Type /trunk new to start again.");

    public static string ChangeIt => Say.It("What you entered is kept. Change what you like and submit again.");

    public static string SubmitAnyway(IReadOnlyList<Finding> warnings, Verdict needs) =>
        $"{string.Join(" ", warnings.Select(FieldTexts.Line))} {WhoWillApprove(needs)} {SubmitAnyway(warnings.Count)}";

    private static string SubmitAnyway(int warnings) => Plural.Of(
        warnings, Say.It("Submit anyway? The approver will see this warning."), Say.It("Submit anyway? The approver will see these warnings."));

    /// <summary>What somebody else's request or trunk has in common with this one.</summary>
    public static Finding Collision(RequestId other, IReadOnlyList<(TrunkKeyKind Kind, string Value)> shared)
    {
        var numbers = shared.Where(one => one.Kind is TrunkKeyKind.Number).Select(one => one.Value).ToList();
        var others = shared.Select(one => one.Kind).Where(kind => kind is not TrunkKeyKind.Number).ToList();
        var said = (numbers.Count, others) switch
        {
            (0, [var only]) => Same(other, only),
            ( > 0, []) => SameNumbers(other, numbers),
            _ => Say.It($"{other} has the same values: {string.Join(", ", [.. NumbersOf(numbers), .. others.Select(Called)])}."),
        };
        return Finding.Warning(FieldOf(shared[0].Kind), said, Say.It("Check that both are needed."));
    }

    private static string Same(RequestId other, TrunkKeyKind kind) => kind switch
    {
        TrunkKeyKind.Name => Say.It($"{other} has the same name."),
        TrunkKeyKind.Username => Say.It($"{other} has the same username."),
        TrunkKeyKind.Domain => Say.It($"{other} has the same host."),
        _ => throw new UnreachableException(),
    };

    private static string SameNumbers(RequestId other, List<string> numbers) => Plural.Of(
        numbers.Count, Say.It($"{other} has the same number {Shown.Numbers(numbers, 3)}."), Say.It($"{other} has the same numbers {Shown.Numbers(numbers, 3)}."));

    private static IEnumerable<string> NumbersOf(List<string> numbers) => numbers.Count == 0
        ? []
        : [Plural.Of(numbers.Count, Say.It($"number {Shown.Numbers(numbers, 3)}"), Say.It($"numbers {Shown.Numbers(numbers, 3)}"))];

    private static string Called(TrunkKeyKind kind) => kind switch
    {
        TrunkKeyKind.Name => Say.It("name"),
        TrunkKeyKind.Username => Say.It("username"),
        TrunkKeyKind.Domain => Say.It("host"),
        _ => throw new UnreachableException(),
    };

    public static Finding MoreCollisions => Finding.Warning(
        FieldIds.Domain, Say.It("More trunks and requests have some of these values."), Say.It("Check that this one is needed."));

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
        OnlyTheAsker { Request: var request } => Say.It($"Only {Who(request.AskerName)}, who asked for {request.Id}, can change it. You can reject it and say what should change."),
        NotSubmitted { Request: var request } => Say.It($"{request.Id} isn't submitted yet. Type /trunk new to go on with it."),
        TooFar { Request: var request } => TooLate(request),
        AskerCannotSettle => ProvisioningTexts.AskerCannotSettle,
        NothingToSettle { Request: var request } => ProvisioningTexts.NothingToSettle(request),
        NotOnHold => ProvisioningTexts.NothingOnHold,
        NothingToAskAgain => NotYours,
        _ => throw new UnreachableException(),
    };

    public static string NothingChanged(TrunkRequest request) =>
        Say.It($"{request.Id} already asks for exactly this, so nothing was changed. Approvals so far still count.");

    public static string NoSuchTrunk => Say.It("I can't find a trunk with that id. Type /trunk list to see them all.");

    public static string OnlyYourOwnTrunks(string refusal) =>
        Say.It($"I can't find a trunk with that id among yours. Type /trunk list to see them all. Is it somebody else's? {refusal}");

    public static string GoneAtVideoSdk(Trunk trunk) =>
        Say.It($"VideoSDK no longer has the trunk {trunk.TrunkId}, which was created for {new RequestId(trunk.RequestNumber)}. Somebody deleted it there.");

    public static string CannotRead(string reason) =>
        Say.It($"I can't read the trunk from VideoSDK right now. {reason} The trunk itself isn't affected. Try again in a few minutes.");

    public static string Cancelled(TrunkRequest request) => Say.It($"{request.Id} is cancelled. Nothing was created.");

    public static string OnlyAskerOrAdmin(TrunkRequest request, string refusal) =>
        Say.It($"{request.Id} can be cancelled by {Who(request.AskerName)}, who asked for it, or by an administrator. {refusal}");

    public static string Resumed(TrunkRequest draft) => Say.It($"You started this draft earlier ({draft.Id}). Go on with it, or start over.");

    public static string ResumedWithoutPassword(TrunkRequest draft) =>
        $"{Resumed(draft)} {FieldTexts.PasswordDropped}";

    public static string ApprovalTitle(TrunkSpec spec) => spec.Direction is TrunkDirection.Inbound
        ? Say.It($"SIP trunk “{CardText.Visible(spec.Name)}”, inbound")
        : Say.It($"SIP trunk “{CardText.Visible(spec.Name)}”, outbound");

    public static string CancelledBy(string? name) => Say.It($"Cancelled by {Who(name)}. Nothing was created.");

    /// <summary>What the person who asked reads when it was somebody else.</summary>
    public static string CancelledForYou(TrunkRequest request, string? name) => Say.It($"{Who(name)} cancelled {request.Id}, which you asked for. Nothing was created.");

    public static string State(TrunkRequest request) => request.State switch
    {
        RequestState.Draft => Say.It("A draft that isn't submitted yet. Type /trunk new to go on with it."),
        RequestState.Pending => Say.It("Waiting for an approver."),
        RequestState.Approved => ProvisioningTexts.Approved(request),
        RequestState.Provisioning => Say.It("VideoSDK is creating the trunk now."),
        RequestState.OutcomeUnknown => ProvisioningTexts.Unknown(request),
        RequestState.Created => Say.It($"Created. Trunk id: {request.TrunkId}."),
        RequestState.Rejected => Say.It("Rejected. Nothing was created."),
        RequestState.Cancelled => Say.It("Cancelled. Nothing was created."),
        RequestState.Expired => Say.It("Expired: nobody decided in time. Nothing was created."),
        RequestState.Failed => Say.It($"Not created. {request.Problem}"),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same in a word or two, for lists.</summary>
    public static string Stage(RequestState state) => state switch
    {
        RequestState.Draft => Say.It("Draft"),
        RequestState.Pending => Say.It("Waiting for an approver"),
        RequestState.Approved => Say.It("Approved"),
        RequestState.Provisioning => Say.It("Being created"),
        RequestState.Created => Say.It("Created"),
        RequestState.OutcomeUnknown => Say.It("Not confirmed by VideoSDK"),
        RequestState.Rejected => Say.It("Rejected"),
        RequestState.Cancelled => Say.It("Cancelled"),
        RequestState.Expired => Say.It("Expired"),
        RequestState.Failed => Say.It("Not created"),
        _ => throw new UnreachableException(),
    };

    /// <summary>For the audit: how many warnings were confirmed.</summary>
    public static string? Confirmed(int warnings) => warnings == 0 ? null : Plural.Of(warnings, "1 warning confirmed", $"{warnings} warnings confirmed");

    /// <summary>For the audit: whose approvals a change has undone.</summary>
    public static string? Voided(IReadOnlyList<string> voided) => voided.Count == 0 ? null : $"approvals void: {string.Join(", ", voided)}";

    /// <summary>For the audit: which trunk a request has, and who found it at VideoSDK, if somebody did.</summary>
    public static string CreatedAs(string trunkId, string? adoptedBy) => adoptedBy is null ? trunkId : $"{trunkId}, adopted by {adoptedBy}";

    // The form of a request that waits.
    public static string Changing(RequestId request) => Say.It($"Change {request}");

    public static string NoEditFormHere(RequestId request) => Say.It($"Change {request}. Your client can't show the form: type /trunk cancel {request} and ask again.");

    public static string UntilYouSubmit =>
        Say.It("Your request stays as it is until you submit. Then earlier approvals no longer count, and the approvers are asked again.");

    // What the check of the audit finds wrong with a request's password.
    public const string
        PasswordMissing = "Its stored password is missing.",
        PasswordOfNobody = "Its stored password isn't the one that was asked for and approved.",
        PasswordUnreadable = "Its stored password was changed, or the key that opens it is missing.";

    private static string TooLate(TrunkRequest request) => Say.It($"{request.Id} can't be changed any more. {State(request)}");

    public static string AgainstARule(TrunkRequest request, Verdict needs) => needs.IsRefused
        ? Say.It($"Nothing was sent, because {request.Id} no longer meets the rules. {PolicyTexts.Rules(needs.Why)} {PolicyTexts.WhoChangesRules} Change the request and ask again.")
        : Say.It($"Nothing was sent, because {request.Id} no longer meets the rules. {PolicyTexts.Rules(needs.Why)} {PolicyTexts.Approvals(needs)} Ask again.");

    private static string HowToAsk(bool mayAsk) =>
        mayAsk ? Say.It("Type /trunk new to ask for a trunk.") : Say.It("Somebody with the Requester role can ask for a trunk with /trunk new.");

    public static string Who(string? name) => name is { Length: > 0 } ? CardText.Visible(CardText.Cut(name, 128)) : Say.It("somebody");
}
