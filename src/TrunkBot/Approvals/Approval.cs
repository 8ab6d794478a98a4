using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Access;
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

    /// <summary>What is approved, as opaque bytes.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    public ApprovalState State { get; private set; }

    public List<Decision> Decisions { get; private set; } = [];

    /// <summary>What became of it after the decision; shown on the card.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The room's conversation reference as JSON.</summary>
    public string Room { get; private set; } = "";

    /// <summary>The post that was made; null until it is.</summary>
    public string? PostId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public void Decide(Person by, bool approved, string? comment, DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        if (by == Asker)
            throw new InvalidOperationException("An asker cannot decide.");
        Decisions = [.. Decisions, new Decision(by.ObjectId, by.Name, approved, comment, at)];
        State = approved ? ApprovalState.Granted : ApprovalState.Rejected;
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

    public string Current => $"{State}: {Outcome}";

    public void Tell(string outcome)
    {
        Outcome = outcome;
        Touch();
    }

    private void Require(ApprovalState state)
    {
        if (State != state)
            throw new InvalidOperationException($"The approval of {SubjectId} is {State}.");
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
            builder.Property(approval => approval.Facts).AsJson(ApprovalsJsonContext.Default.ListApprovalFact);
            builder.Property(approval => approval.Decisions).AsJson(ApprovalsJsonContext.Default.ListDecision);
            builder.Property(approval => approval.Warnings).AsJson(ApprovalsJsonContext.Default.ListString);
            builder.HasIndex(approval => new { approval.TenantId, approval.State });
        }
    }
}

/// <summary>A line of the card.</summary>
internal sealed record ApprovalFact(string Title, string Value);

/// <summary>What one person decided.</summary>
internal sealed record Decision(string PersonId, string? PersonName, bool Approved, string? Comment, DateTimeOffset At);

/// <summary>What somebody wants decided.</summary>
internal sealed record ApprovalQuestion(
    string SubjectId, Person Asker, string Title, IReadOnlyList<ApprovalFact> Facts, IReadOnlyList<string> Warnings, byte[] Fingerprint);
