namespace TrunkBot.Tests.Schedules;

/// <summary>What befalls an actor at the operation before which it waits.</summary>
internal enum Fate
{
    /// <summary>It does the operation, and what follows up to the next.</summary>
    GoesOn,

    /// <summary>Its process dies before it does the operation, and does nothing more.</summary>
    Dies,

    /// <summary>It does not come to it for longer than any lease, and then goes on.</summary>
    Stalls,

    /// <summary>The back end is busy: nothing is saved, and saving again works.</summary>
    IsBusy,

    /// <summary>It is saved, and the back end is lost before it says so.</summary>
    HearsNothing,
}
