using System.Globalization;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Diagnostics;
using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.Protocol.Builder;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

internal enum ApprovalState
{
    Open,
    Granted,
    Rejected,
    Withdrawn,
    Expired,
}

/// <summary>A question to the approvers of a tenant. Knows nothing of what it is about: a subject, facts and a fingerprint.</summary>
internal sealed partial class Approval : Versioned
{
    private Approval()
    {
    }

    public Approval(ApprovalQuestion question, string room, DateTimeOffset at, DateTimeOffset expiresAt)
    {
        (SubjectId, TenantId) = (question.SubjectId, question.Asker.TenantId);
        (AskerId, AskerName) = (question.Asker.ObjectId, question.Asker.Name);
        (Title, Facts, Warnings, Fingerprint) = (question.Title, [.. question.Facts], [.. question.Warnings], question.Fingerprint);
        (Required, Role, Why) = (question.Needs.Approvers, question.Needs.Role, [.. question.Needs.Why]);
        (Room, AskedAt, ExpiresAt, TraceParent) = (room, at, expiresAt, Tracing.Cause);
        Touch();
    }

    public string SubjectId { get; private set; } = "";

    /// <summary>The message that brought it about, where somebody traces: see <see cref="Tracing"/>.</summary>
    public string? TraceParent { get; private set; }

    public string TenantId { get; private set; } = "";

    public string AskerId { get; private set; } = "";

    public string AskerName { get; private set; } = "";

    public Person Asker => new(TenantId, AskerId, AskerName);

    public Noted Title { get; private set; }

    public List<ApprovalFact> Facts { get; private set; } = [];

    public List<Noted> Warnings { get; private set; } = [];

    /// <summary>Warnings that came after it was asked.</summary>
    public List<Noted> Later { get; private set; } = [];

    /// <summary>Who was shown in an answer of their own what came later.</summary>
    public List<Sight> Sights { get; private set; } = [];

    /// <summary>Names what there is to see now: a card or an answer with another mark showed something else.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Revision}.{Later.Count}");

    /// <summary>How often the asker has put it, edits included.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>What is approved, as opaque bytes.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    public ApprovalState State { get; private set; }

    /// <summary>How many have to approve.</summary>
    public int Required { get; private set; }

    /// <summary>The role that each of them must have.</summary>
    public Role Role { get; private set; }

    /// <summary>The rules that ask for so many, each with its sentence.</summary>
    public List<Noted> Why { get; private set; } = [];

    public Verdict Needs => new(false, Required, Role, Why);

    /// <summary>Everything that was decided, in order; also what no longer counts.</summary>
    public List<Decision> Decisions { get; private set; } = [];

    /// <summary>Who leaves their decision to whom; at most one for each who leaves it.</summary>
    public List<Handover> Handovers { get; private set; } = [];

    /// <summary>What became of it after the decision; shown on the card.</summary>
    public Noted? Outcome { get; private set; }

    /// <summary>How that ended; null while it has not.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>When the room was last told that it still waits.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The rules are asked again with every decision; what they asked for once is not taken back.</summary>
    public void Tighten(Verdict verdict)
    {
        Require(ApprovalState.Open);
        if (verdict.IsRefused)
            throw new InvalidOperationException("A refusal is no number of approvers.");
        var both = Needs.And(verdict);
        (Required, Role, Why) = (both.Approvers, both.Role, [.. both.Why]);
    }

    /// <summary>An Admin lets it through without the approvals that are missing.</summary>
    public void Push(Person by, string reason, DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        if (by == Asker)
            throw new InvalidOperationException("An asker cannot push.");
        Decisions = [.. Decisions, new Decision(by.ObjectId, by.Name, Role.Admin, true, reason, at, Fingerprint) { IsPush = true, Met = by.Met }];
        State = ApprovalState.Granted;
    }

    /// <summary>One rejection ends it; approvals are counted.</summary>
    public void Decide(Person by, Role role, bool approved, string? comment, DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        if (by == Asker)
            throw new InvalidOperationException("An asker cannot decide.");
        if (approved && HasApproved(by))
            throw new InvalidOperationException("Nobody counts twice.");
        if (approved && HandoverOf(by) is not null)
            throw new InvalidOperationException("They have left it to somebody else.");
        Decisions = [.. Decisions, new Decision(by.ObjectId, by.Name, role, approved, comment, at, Fingerprint) { InPlaceOf = Handovers.InPlaceOf(by.ObjectId), Met = by.Met }];
        State = !approved ? ApprovalState.Rejected : HasQuorum ? ApprovalState.Granted : ApprovalState.Open;
    }

    /// <summary>Notes what nobody has been told yet.</summary>
    public void Learn(IReadOnlyList<Noted> warnings)
    {
        var news = warnings.Except(Warnings).Except(Later).ToList();
        if (news.Count == 0)
            return;
        Require(ApprovalState.Open);
        Later = [.. Later, .. news];
    }

    /// <summary>The asker wants something else: what was approved before is void, and the time to decide begins anew.</summary>
    /// <returns>Whose approvals are void.</returns>
    public IReadOnlyList<string> AskAnew(ApprovalQuestion question, DateTimeOffset at, DateTimeOffset expiresAt)
    {
        Require(ApprovalState.Open);
        List<string> voided = [.. Decisions.Where(decision => decision.Approved).Select(decision => ApprovalTexts.Who(decision.PersonName))];
        (Title, Facts, Warnings, Fingerprint) = (question.Title, [.. question.Facts], [.. question.Warnings], question.Fingerprint);
        (Required, Role, Why) = (question.Needs.Approvers, question.Needs.Role, [.. question.Needs.Why]);
        (Decisions, Later, Sights, Revision) = ([], [], [], Revision + 1);
        (AskedAt, ExpiresAt, RemindedAt) = (at, expiresAt, null);
        return voided;
    }

    public void Reminded(DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        RemindedAt = at;
    }

    public void Withdraw()
    {
        Require(ApprovalState.Open);
        State = ApprovalState.Withdrawn;
    }

    public void Expire()
    {
        Require(ApprovalState.Open);
        State = ApprovalState.Expired;
    }

    public void Tell(Noted outcome, Ending? ending = null)
    {
        (Outcome, Ending) = (outcome, ending);
        Touch();
    }

    private bool IsOnThis(Decision decision) => decision.Fingerprint.AsSpan().SequenceEqual(Fingerprint);

    private void Require(ApprovalState state)
    {
        if (State != state)
            throw new StaleReadException($"The approval of {SubjectId} is {State}.");
        Touch();
    }
}
