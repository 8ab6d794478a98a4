using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Channels;

internal sealed class TeamsChannel : IChannel
{
    public string Id => ChannelIds.Msteams;

    public CardActions CardActions => CardActions.Execute;

    public bool CanUpdate => true;
}
