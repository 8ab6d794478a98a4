namespace TrunkBot.Tests.World;

/// <summary>What needs the machine for itself: it comes after everything else, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
