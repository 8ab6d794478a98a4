using System.Diagnostics;
using TrunkBot.Diagnostics;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>What is made for traces is made for those who listen. Whoever listens in a process hears all its bots, so nobody else is there.</summary>
[Collection(Alone.Name)]
public sealed class NobodyTracesTests
{
    [Fact]
    public async Task Where_nobody_traces_nothing_is_made_and_nothing_is_stored_for_it()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(0L, await world.Database.ScalarAsync("""SELECT (SELECT count("TraceParent") FROM "Jobs") + (SELECT count("TraceParent") FROM "Requests") + (SELECT count("TraceParent") FROM "Approvals")"""));
    }

    [Fact]
    public void Where_nobody_traces_a_span_costs_no_memory()
    {
        Activity.Current = null;
        AsIfTraced();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            AsIfTraced();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AsIfTraced()
    {
        using var span = Tracing.StartLinked("VideoSDK create", ActivityKind.Client);
        Tracing.Follow("00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");
        Assert.Null(Tracing.Cause);
    }
}
