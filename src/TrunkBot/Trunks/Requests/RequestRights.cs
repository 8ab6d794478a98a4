using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;

namespace TrunkBot.Trunks.Requests;

/// <summary>What one person may do about one request as things stand now. Cards show the buttons of exactly this, and every act asks it again.</summary>
internal sealed record RequestRights
{
    public required Right See { get; init; }

    public required Right Edit { get; init; }

    public required Right Cancel { get; init; }

    /// <summary>Fill in a new form as this was.</summary>
    public required Right AskAgain { get; init; }

    /// <summary>Say what became of a create whose outcome is unknown.</summary>
    public required Right Settle { get; init; }

    /// <summary>Send what waits for the operators.</summary>
    public required Right Retry { get; init; }

    /// <summary>Approve, reject, leave to a colleague, take back, push through.</summary>
    public ApprovalRights Decision { get; init; } = ApprovalRights.OfNothing;

    public static RequestRights Of(TrunkRequest request, Person person, RoleSet roles)
    {
        var isAsker = request.Asker == person;
        if (WhyUnseen(request, person, roles) is { } unseen)
            return new() { See = unseen, Edit = unseen, Cancel = unseen, AskAgain = unseen, Settle = unseen, Retry = unseen };
        return new()
        {
            See = Right.Given,
            Edit = ToEdit(request, isAsker, roles),
            Cancel = ToCancel(request, isAsker, roles),
            AskAgain = !isAsker ? new OnlyTheAsker(request)
                : !roles.Has(Role.Requester) ? new RoleMissing(Role.Requester)
                : !request.IsFinal || request.State is RequestState.Created ? new NothingToAskAgain()
                : Right.Given,
            Settle = !roles.Has(Role.Admin) ? new RoleMissing(Role.Admin)
                : isAsker ? new AskerCannotSettle()
                : request.State is not RequestState.OutcomeUnknown ? new NothingToSettle(request)
                : Right.Given,
            Retry = !roles.Has(Role.Admin) ? new RoleMissing(Role.Admin) : request.HeldSince is null ? new NotOnHold() : Right.Given,
        };
    }

    /// <summary>The asker's, when they are told about their request.</summary>
    public static RequestRights OfAsker(TrunkRequest request) => Of(request, request.Asker, RoleSet.Of(Role.Requester));

    /// <summary>Approvers and Admins see what the whole company has asked for.</summary>
    public static bool SeesAll(RoleSet roles) => roles.Has(Role.Approver) || roles.Has(Role.Admin);

    private static NotSeen? WhyUnseen(TrunkRequest request, Person person, RoleSet roles) =>
        request.TenantId == person.TenantId
        && ((request.Asker == person && roles.Has(Role.Requester)) || (request.State is not RequestState.Draft && SeesAll(roles)))
            ? null
            : new NotSeen();

    private static Right ToEdit(TrunkRequest request, bool isAsker, RoleSet roles) =>
        !isAsker ? new OnlyTheAsker(request)
        : !roles.Has(Role.Requester) ? new RoleMissing(Role.Requester)
        : request.State is RequestState.Draft ? new NotSubmitted(request)
        : request.State is not RequestState.Pending ? new TooFar(request)
        : Right.Given;

    private static Right ToCancel(TrunkRequest request, bool isAsker, RoleSet roles) =>
        !roles.Has(Role.Admin) && !(isAsker && roles.Has(Role.Requester)) ? new OnlyAskerOrAdmin(request)
        : request.State is not (RequestState.Draft or RequestState.Pending or RequestState.Approved) ? new TooFar(request)
        : Right.Given;
}
