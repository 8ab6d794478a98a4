using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

/// <summary>Where a tenant's approvers are asked, as an Admin has set it in chat.</summary>
internal sealed class ApprovalsRoom : Versioned
{
    private ApprovalsRoom()
    {
    }

    public ApprovalsRoom(string tenantId, string reference, DateTimeOffset at)
    {
        TenantId = tenantId;
        Move(reference, at);
    }

    public string TenantId { get; private set; } = "";

    /// <summary>Conversation reference as JSON, without the thread part.</summary>
    public string Reference { get; private set; } = "";

    public DateTimeOffset SetAt { get; private set; }

    public void Move(string reference, DateTimeOffset at)
    {
        (Reference, SetAt) = (reference, at);
        Touch();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ApprovalsRoom>
    {
        public void Configure(EntityTypeBuilder<ApprovalsRoom> builder)
        {
            builder.ToTable("ApprovalsRooms").HasKey(room => room.TenantId);
            builder.Property(room => room.Version).IsConcurrencyToken();
        }
    }
}
