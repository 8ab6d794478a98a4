using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrunkBot.Conversations;

/// <summary>
/// A place where people talk to the bot: the address that the channel named last, and whether the place is gone. Whatever is stored refers to
/// the place by its id, for the address may change.
/// </summary>
internal sealed record Conversation
{
    public required string ChannelId { get; init; }

    /// <summary>Without a thread: an address and an end belong to the whole channel of a team.</summary>
    public required string Id { get; init; }

    /// <summary>Empty where nothing named it.</summary>
    public required string TenantId { get; init; }

    /// <summary>The team of a channel, by its thread id; null elsewhere.</summary>
    public string? TeamId { get; init; }

    /// <summary>Whose personal chat it is, by Entra object id, as the channel says; null elsewhere.</summary>
    public string? PersonId { get; init; }

    /// <summary>The channel's own id of that person.</summary>
    public string? AccountId { get; init; }

    /// <summary>The channel's own id of the bot.</summary>
    public string? BotId { get; init; }

    /// <summary>The language in which whoever's personal chat it is was answered last; null elsewhere, and where they have not spoken.</summary>
    public string? Locale { get; init; }

    /// <summary>Their time zone, by its IANA name; null where their client says none that is known, too.</summary>
    public string? LocalTimezone { get; init; }

    public required string ServiceUrl { get; init; }

    /// <summary>When the channel named the address last, to the hour.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Since when it is deleted, or the bot removed or blocked; null while it is there.</summary>
    public DateTimeOffset? GoneSince { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> builder)
        {
            builder.ToTable("Conversations").HasKey(conversation => new { conversation.ChannelId, conversation.Id });
            builder.HasIndex(conversation => new { conversation.TenantId, conversation.ChannelId, conversation.SeenAt });
            builder.HasIndex(conversation => new { conversation.TenantId, conversation.PersonId });
            builder.HasIndex(conversation => new { conversation.ChannelId, conversation.TeamId });
        }
    }
}
