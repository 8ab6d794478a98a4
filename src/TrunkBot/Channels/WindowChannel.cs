namespace TrunkBot.Channels;

/// <summary>A channel as it is in one of its dialogs: there a card's buttons submit, and nothing else works.</summary>
internal sealed class WindowChannel(IChannel outside) : IChannel
{
    public string Id => outside.Id;

    public CardActions CardActions => CardActions.Submit;

    public bool CanUpdate => outside.CanUpdate;

    public bool Targets => outside.Targets;

    public bool Reacts => outside.Reacts;

    public bool Alerts => outside.Alerts;

    public bool SignsIn => outside.SignsIn;

    public bool SuggestsInGroups => outside.SuggestsInGroups;

    public int LargestFile => outside.LargestFile;
}
