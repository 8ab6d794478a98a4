using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Channels;

/// <summary>Section <c>Channels</c>.</summary>
internal sealed class ChannelsOptions
{
    public const string Section = "Channels";

    /// <summary>The channels that the bot answers on; default <c>msteams</c>. Others get 403.</summary>
    public IReadOnlyList<string>? Allowed { get; set; }

    public bool Allows(string? channelId) => (Allowed ?? [ChannelIds.Msteams]).Contains(channelId, StringComparer.Ordinal);
}
