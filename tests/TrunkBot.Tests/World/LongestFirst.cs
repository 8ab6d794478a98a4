using Xunit.Abstractions;

[assembly: TestCollectionOrderer("TrunkBot.Tests.World.LongestFirst", "TrunkBot.Tests")]

namespace TrunkBot.Tests.World;

/// <summary>Classes that take long begin first: nobody waits at the end for one that began last. <c>tests/slowest</c> prints which they are.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_long =
    [
        "StateMachineTests", "MainJobInBrowserTests", "PermissionMatrixTests", "KillTests", "KeyVaultTroubleTests", "KeyVaultTests", "StopOneOfTwoTests", "RollingUpgradeTests",
        "JobSchedulesTests", "ApprovalSchedulesTests", "TurnSchedulesTests", "OneProcessTests", "EveryCardTests", "TeamsInBrowserTests", "HostileLineTests", "RaceOnPostgresTests",
        "PasteInBrowserTests", "TamperOnPostgresTests", "ApprovalStatesInBrowserTests", "RaceOnSqliteTests", "FrozenTests", "LanguagesInBrowserTests", "BesideEarlierTests",
        "SecrecyTests", "TamperOnSqliteTests", "DeliveryOnPostgresTests", "SeveralMachinesTests", "StartTroubleTests", "OneTimePageTests", "RowsReadTests", "QueryPlanTests",
        "TraceTests", "BicepTests", "DatabaseTroubleTests",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(s_long, name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal)) is var at and >= 0 ? at : s_long.Length);
}
