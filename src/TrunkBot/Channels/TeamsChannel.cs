using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Channels;

internal sealed class TeamsChannel : IChannel
{
    public string Id => ChannelIds.Msteams;

    public CardActions CardActions => CardActions.Execute;

    public bool SignsIn => true;

    public bool Targets => true;

    public bool Reacts => true;

    public bool Alerts => true;

    public bool CanUpdate => true;

    // "Suggested actions are only supported for one-on-one chat bots" (Teams documentation, Conversations with a bot).
    public bool SuggestsInGroups => false;

    // Teams takes no bot's file with a message; it would have to be uploaded to the person's OneDrive, with their consent, in a personal chat.
    public int LargestFile => 0;
}
