namespace TrunkBot.Access;

/// <summary>Somebody who talks to the bot. Two are the same when tenant and object id are; the name is for display and decides nothing.</summary>
/// <param name="TenantId">Entra tenant, a GUID in lower case; empty for somebody whom no channel vouches for.</param>
/// <param name="ObjectId">Entra object id, likewise.</param>
/// <param name="Name">What the channel calls them.</param>
internal sealed record Person(string TenantId, string ObjectId, string Name)
{
    /// <summary>Whether a channel that we believe says who this is. Somebody without identity has no role and is equal to nobody.</summary>
    public bool IsKnown => TenantId.Length > 0 && ObjectId.Length > 0;

    /// <summary>Where the person was met, to look them up in that conversation's roster; null for somebody read from the store.</summary>
    public Encounter? Met { get; init; }

    public static Person Unknown(string name) => new("", "", name);

    public bool Equals(Person? other) =>
        ReferenceEquals(this, other)
        || (other is not null && IsKnown && other.IsKnown && TenantId == other.TenantId && ObjectId == other.ObjectId);

    public override int GetHashCode() => HashCode.Combine(TenantId, ObjectId);
}

/// <summary>A place and the channel's own id of a person there.</summary>
internal sealed record Encounter(string ServiceUrl, string ConversationId, string AccountId)
{
    /// <summary>The channel; null in what an older version has stored.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Whether what is remembered of the person will not do: it is asked for something that cannot be taken back.</summary>
    public bool MustAsk { get; init; }
}
