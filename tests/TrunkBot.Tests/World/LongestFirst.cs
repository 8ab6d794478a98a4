using Xunit.Abstractions;

[assembly: TestCollectionOrderer("TrunkBot.Tests.World.LongestFirst", "TrunkBot.Tests")]

namespace TrunkBot.Tests.World;

/// <summary>Classes that take long begin first: nobody waits at the end for one that began last. <c>tests/slowest</c> prints which they are.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_long =
    [
        "StateMachineTests", "MainJobInBrowserTests", "PermissionMatrixTests", "KillTests", "KeyVaultTroubleTests", "KeyVaultTests", "StopOneOfTwoTests", "RollingUpgradeTests",
        "JobSchedulesTests", "ApprovalSchedulesTests", "TurnSchedulesTests",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(s_long, name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal)) is var at and >= 0 ? at : s_long.Length);
}
