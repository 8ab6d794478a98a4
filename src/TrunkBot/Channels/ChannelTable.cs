namespace TrunkBot.Channels;

internal sealed class ChannelTable(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);

    /// <summary>The channel of this id; one that is not known is believed to do no more than every channel does.</summary>
    public IChannel Find(string? id) => _channels.GetValueOrDefault(id ?? "") ?? new WebChatChannel(id ?? "");
}
