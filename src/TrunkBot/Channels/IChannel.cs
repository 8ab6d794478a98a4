namespace TrunkBot.Channels;

/// <summary>What differs between the places where people talk to the bot.</summary>
internal interface IChannel
{
    /// <summary>The id that activities carry.</summary>
    string Id { get; }

    CardActions CardActions { get; }

    /// <summary>Whether a message that was posted can be replaced; where not, the new state comes as a new message.</summary>
    bool CanUpdate { get; }

    /// <summary>Whether a message in a group can be for one person alone.</summary>
    bool Targets { get; }

    /// <summary>Whether the bot can put a reaction on a message.</summary>
    bool Reacts { get; }

    /// <summary>Whether a message can be told of in the person's activity feed.</summary>
    bool Alerts { get; }

    /// <summary>Whether its clients send a token of the person who is asked to sign in.</summary>
    bool SignsIn { get; }

    /// <summary>Whether suggested actions are shown in a group too; where not, a question has its buttons on a card.</summary>
    bool SuggestsInGroups { get; }

    /// <summary>How many bytes a file may have that travels with a message; 0 where the channel takes none.</summary>
    int LargestFile { get; }
}

/// <summary>What a card's buttons can do.</summary>
internal enum CardActions
{
    /// <summary><c>Action.Execute</c>, with <c>Action.Submit</c> for clients that are too old.</summary>
    Execute,

    /// <summary><c>Action.Submit</c>; a click comes as a message.</summary>
    Submit,
}
