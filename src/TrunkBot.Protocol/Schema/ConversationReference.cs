namespace TrunkBot.Protocol.Schema;

/// <summary>All that is needed to speak in a conversation later.</summary>
/// <remarks>Activity Protocol A7550, A7560: keep one only from an authenticated turn, whose token proved the service address.</remarks>
public sealed record ConversationReference
{
    /// <summary>The activity that the reference was taken from.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The person.</summary>
    public ChannelAccount? User { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>The conversation.</summary>
    public required ConversationAccount Conversation { get; init; }

    /// <summary>The channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Base address of the channel's connector.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>BCP-47 tag of the person's language.</summary>
    public string? Locale { get; init; }

    /// <summary>
    /// IANA name of the person's time zone, to say times in later; null where more than one person reads. It is kept beside what the Bot Framework's class
    /// has, which knows no such member, so it is stored and never sent.
    /// </summary>
    public string? LocalTimezone { get; init; }
}
