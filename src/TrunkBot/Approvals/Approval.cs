using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Access;
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
internal sealed class Approval : Versioned
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
        (Room, AskedAt, ExpiresAt) = (room, at, expiresAt);
        Touch();
    }

    public string SubjectId { get; private set; } = "";

    public string TenantId { get; private set; } = "";

    public string AskerId { get; private set; } = "";

    public string AskerName { get; private set; } = "";

    public Person Asker => new(TenantId, AskerId, AskerName);

    public string Title { get; private set; } = "";

    public List<ApprovalFact> Facts { get; private set; } = [];

    public List<string> Warnings { get; private set; } = [];

    /// <summary>Warnings that came after it was asked.</summary>
    public List<string> Later { get; private set; } = [];

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
    public List<string> Why { get; private set; } = [];

    public Verdict Needs => new(false, Required, Role, Why);

    /// <summary>Everything that was decided, in order; also what no longer counts.</summary>
    public List<Decision> Decisions { get; private set; } = [];

    /// <summary>Who leaves their decision to whom; at most one for each who leaves it.</summary>
    public List<Handover> Handovers { get; private set; } = [];

    /// <summary>The approvals that count: of exactly what is asked now, each by somebody who had the role.</summary>
    public IReadOnlyList<Decision> Counted =>
        [.. Decisions.Where(decision => decision is { Approved: true, IsPush: false } && decision.Role >= Role && IsOnThis(decision))];

    public bool HasQuorum => Counted.Count >= Required;

    /// <summary>Granted, and rightly so: the state alone is not believed.</summary>
    public bool IsGranted => State is ApprovalState.Granted && (HasQuorum || IsPushed);

    /// <summary>An Admin has let exactly this through without the approvals that were missing.</summary>
    public bool IsPushed => Decisions.Exists(decision => decision is { Approved: true, IsPush: true, Role: Role.Admin } && IsOnThis(decision));

    /// <summary>What became of it after the decision; shown on the card.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The room's conversation reference as JSON.</summary>
    public string Room { get; private set; } = "";

    /// <summary>The post that was made; null until it is.</summary>
    public string? PostId { get; private set; }

    /// <summary>The conversation reference of the escalation room, as JSON; null until the question was put there too.</summary>
    public string? SecondRoom { get; private set; }

    /// <summary>The post in the second room; null until it is made.</summary>
    public string? SecondPostId { get; private set; }

    /// <summary>What the second room has seen last.</summary>
    public string? SecondShown { get; private set; }

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

    public bool HasApproved(Person person) =>
        Decisions.Exists(decision => decision.Approved && decision.PersonId == person.ObjectId && IsOnThis(decision));

    /// <summary>To whom this person has left it; null when they have not.</summary>
    public Handover? HandoverOf(Person person) => Handovers.From(person.ObjectId);

    /// <summary>The approval that somebody gave in this person's place; null when nobody has.</summary>
    public Decision? HasApprovedFor(Person person)
    {
        var holder = Handovers.HolderFor(person.ObjectId);
        return Decisions.Find(decision => decision.Approved && decision.PersonId == holder && IsOnThis(decision));
    }

    /// <summary>Leaves this person's voice to somebody who keeps their own, so that there are never circles.</summary>
    public void HandOn(Person from, Person to, DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        if (from == to || to == Asker || HasApproved(from) || HasApproved(to) || HandoverOf(to) is not null)
            throw new InvalidOperationException("This decision cannot be left to them.");
        Handovers = [.. Handovers.Where(handover => handover.FromId != from.ObjectId), new Handover(from.ObjectId, from.Name, to.ObjectId, to.Name, at)];
    }

    public void TakeBack(Person from)
    {
        Require(ApprovalState.Open);
        if (HasApprovedFor(from) is not null)
            throw new InvalidOperationException("Their colleague has decided.");
        Handovers = [.. Handovers.Where(handover => handover.FromId != from.ObjectId)];
    }

    /// <summary>An Admin lets it through without the approvals that are missing.</summary>
    public void Push(Person by, string reason, DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        if (by == Asker)
            throw new InvalidOperationException("An asker cannot push.");
        Decisions = [.. Decisions, new Decision(by.ObjectId, by.Name, Role.Admin, true, reason, at, Fingerprint) { IsPush = true }];
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
        Decisions = [.. Decisions, new Decision(by.ObjectId, by.Name, role, approved, comment, at, Fingerprint) { InPlaceOf = Handovers.InPlaceOf(by.ObjectId) }];
        State = !approved ? ApprovalState.Rejected : HasQuorum ? ApprovalState.Granted : ApprovalState.Open;
    }

    /// <summary>Notes what nobody has been told yet.</summary>
    public void Learn(IReadOnlyList<string> warnings)
    {
        var news = warnings.Except(Warnings).Except(Later).ToList();
        if (news.Count == 0)
            return;
        Require(ApprovalState.Open);
        Later = [.. Later, .. news];
    }

    /// <summary>Whether this person has seen all there is: on the card that was clicked, in an answer, or because nothing was added.</summary>
    public bool IsSeenBy(Person person, string? clicked) =>
        clicked is not null ? clicked == Mark : Mark == "1.0" || Sights.Exists(sight => sight.PersonId == person.ObjectId && sight.Mark == Mark);

    /// <summary>This person is being shown all there is.</summary>
    /// <param name="person">Who.</param>
    /// <param name="pushing">Whether they were told also what pushing it through means.</param>
    public void ShowTo(Person person, bool pushing = false)
    {
        Require(ApprovalState.Open);
        Sights = [.. Sights.Where(sight => sight.PersonId != person.ObjectId), new Sight(person.ObjectId, Mark, pushing)];
    }

    /// <summary>Whether this person has been asked whether to push exactly what the clicked card showed.</summary>
    public bool IsPushConfirmed(Person person, string? clicked) => clicked == Mark && Sights.Contains(new Sight(person.ObjectId, Mark, true));

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

    public void Escalate(string room)
    {
        Require(ApprovalState.Open);
        SecondRoom = room;
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

    /// <summary>What the room has seen last; the same is not posted twice.</summary>
    public string? Shown { get; private set; }

    public string Current => string.Create(CultureInfo.InvariantCulture, $"{State} {Mark}, {Counted.Count} of {Required} {Role}, {Left}: {Outcome}");

    private string Left => string.Join(", ", Handovers.Select(handover => $"{handover.FromId} to {handover.ToId}"));

    public void Tell(string outcome)
    {
        Outcome = outcome;
        Touch();
    }

    private bool IsOnThis(Decision decision) => decision.Fingerprint.AsSpan().SequenceEqual(Fingerprint);

    private void Require(ApprovalState state)
    {
        if (State != state)
            throw new StaleReadException($"The approval of {SubjectId} is {State}.");
        Touch();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> builder)
        {
            builder.ToTable("Approvals").HasKey(approval => approval.SubjectId);
            builder.Property(approval => approval.Version).IsConcurrencyToken();
            builder.Property(approval => approval.State).HasConversion<string>();
            builder.Ignore(approval => approval.Asker);
            builder.Ignore(approval => approval.Current);
            builder.Ignore(approval => approval.Mark);
            builder.Ignore(approval => approval.Needs);
            builder.Ignore(approval => approval.Counted);
            builder.Property(approval => approval.Role).HasConversion<string>();
            builder.Property(approval => approval.Why).AsJson(ApprovalsJsonContext.Default.ListString);
            builder.Property(approval => approval.Later).AsJson(ApprovalsJsonContext.Default.ListString);
            builder.Property(approval => approval.Sights).AsJson(ApprovalsJsonContext.Default.ListSight);
            builder.Property(approval => approval.Facts).AsJson(ApprovalsJsonContext.Default.ListApprovalFact);
            builder.Property(approval => approval.Handovers).AsJson(ApprovalsJsonContext.Default.ListHandover);
            builder.Property(approval => approval.Decisions).AsJson(ApprovalsJsonContext.Default.ListDecision);
            builder.Property(approval => approval.Warnings).AsJson(ApprovalsJsonContext.Default.ListString);
            builder.HasIndex(approval => new { approval.TenantId, approval.State });
        }
    }
}
