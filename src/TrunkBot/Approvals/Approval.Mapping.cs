using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Languages;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>How it is stored.</summary>
internal sealed partial class Approval
{
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
            builder.Ignore(approval => approval.Lapsed);
            builder.Ignore(approval => approval.IsDecidedFor);
            builder.Ignore(approval => approval.Standing);
            builder.Property(approval => approval.Role).HasConversion<string>();
            builder.Property(approval => approval.Title).AsNoted();
            builder.Property(approval => approval.Outcome).AsNoted();
            builder.Property(approval => approval.Ending).HasConversion<string>();
            builder.Property(approval => approval.Why).AsJson<List<Noted>, ApprovalsJsonContext>();
            builder.Property(approval => approval.Later).AsJson<List<Noted>, ApprovalsJsonContext>();
            builder.Property(approval => approval.Sights).AsJson<List<Sight>, ApprovalsJsonContext>();
            builder.Property(approval => approval.Facts).AsJson<List<ApprovalFact>, ApprovalsJsonContext>();
            builder.Property(approval => approval.Handovers).AsJson<List<Handover>, ApprovalsJsonContext>();
            builder.Property(approval => approval.Decisions).AsJson<List<Decision>, ApprovalsJsonContext>();
            builder.Property(approval => approval.Warnings).AsJson<List<Noted>, ApprovalsJsonContext>();
            builder.HasIndex(approval => new { approval.TenantId, approval.State });
        }
    }
}
