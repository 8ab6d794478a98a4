namespace TrunkBot.Channels;

/// <summary>Web Chat, under each id that it comes by: an <c>Action.Execute</c> there does nothing, and no message can be replaced.</summary>
internal sealed class WebChatChannel(string id) : IChannel
{
    public string Id => id;

    public CardActions CardActions => CardActions.Submit;

    public bool SignsIn => false;

    public bool Targets => false;

    public bool Reacts => false;

    public bool Alerts => false;

    public bool CanUpdate => false;

    public bool SuggestsInGroups => true;

    // As a data URI, which takes four bytes for three; a message over Direct Line has room for 256 KB.
    public int LargestFile => 150_000;
}
