using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Fields.Hosts;

namespace TrunkBot.Trunks.Requests;

/// <summary>What two trunks should not have in common without somebody's knowing, the strongest first; then what only the rules look at.</summary>
internal enum TrunkKeyKind
{
    Number,
    Name,
    Username,
    Domain,

    /// <summary>A username at a host: who shares it has the same password.</summary>
    Credentials,

    /// <summary>A country of the numbers; from the create on, for only a trunk makes a country known.</summary>
    Country,
}

/// <summary>
/// One value of one request, kept while the request is open or its trunk exists: what another trunk has is found by an index, however
/// many requests have ended.
/// </summary>
internal sealed class TrunkKey
{
    public required string TenantId { get; init; }

    public required TrunkKeyKind Kind { get; init; }

    /// <summary>Compared as it is: names and hosts in lower case, numbers and usernames as they are sent.</summary>
    public required string Value { get; init; }

    /// <summary>The request that uses it, or whose trunk does.</summary>
    public required long RequestNumber { get; init; }

    /// <summary>No host has an at sign, so no two pairs are written alike.</summary>
    public static string CredentialsOf(TrunkSpec spec) => $"{spec.Username}@{SipHost.NameIn(spec.Domain)}";

    internal sealed class Mapping : IEntityTypeConfiguration<TrunkKey>
    {
        public void Configure(EntityTypeBuilder<TrunkKey> builder)
        {
            builder.ToTable("TrunkKeys").HasKey(key => new { key.TenantId, key.Kind, key.Value, key.RequestNumber });
            builder.HasIndex(key => key.RequestNumber);
        }
    }
}
