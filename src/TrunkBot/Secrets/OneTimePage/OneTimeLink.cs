using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>A way to one page, for one person and one request, once. Of its token only the hash is kept.</summary>
internal sealed class OneTimeLink : Versioned
{
    private OneTimeLink()
    {
    }

    public OneTimeLink(string tokenHash, string subjectId, string tenantId, string askerId, DateTimeOffset expiresAt)
    {
        (TokenHash, SubjectId, TenantId, AskerId, ExpiresAt) = (tokenHash, subjectId, tenantId, askerId, expiresAt);
        Touch();
    }

    public string TokenHash { get; private set; } = "";

    /// <summary>The request that the secret belongs to, such as <c>TR-7</c>.</summary>
    public string SubjectId { get; private set; } = "";

    public string TenantId { get; private set; } = "";

    /// <summary>Object id of the person to whom the link was sent.</summary>
    public string AskerId { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at)
    {
        UsedAt = at;
        Touch();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OneTimeLink>
    {
        public void Configure(EntityTypeBuilder<OneTimeLink> builder)
        {
            builder.ToTable("OneTimeLinks").HasKey(link => link.TokenHash);
            builder.Property(link => link.Version).IsConcurrencyToken();
            builder.HasIndex(link => link.ExpiresAt);
        }
    }
}
