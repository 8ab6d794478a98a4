using Microsoft.Extensions.Logging;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>One switch, the usual one of EF, and the log tells of every statement in its order; never of a value.</summary>
public sealed class StatementsInLogTests
{
    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Every_write_of_an_approval_up_to_the_trunk_stands_in_the_log(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            BackEnd = backEnd,
            LogLevel = LogLevel.Debug,
            Settings = new() { [$"Logging:LogLevel:{LoggedRows.Category}"] = nameof(LogLevel.Debug) },
        });
        await world.AskedAsync();
        var before = world.Log.Lines.Count;
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();

        var told = world.Log.Lines.Skip(before).ToList();
        foreach (var statement in new[]
        {
            "UPDATE \"Approvals\" SET", "UPDATE \"Requests\" SET", "INSERT INTO \"Jobs\"", "UPDATE \"Jobs\" SET \"LeasedUntil\"", "INSERT INTO \"Audit\" (",
            "UPDATE \"AuditHeads\" SET", "INSERT INTO \"SeenActivities\"", "INSERT INTO \"Trunks\"", "COMMIT",
        })
            Assert.Contains(told, line => line.Contains(statement, StringComparison.Ordinal));
        // Mark before the send, outcome after it.
        Assert.True(told.FindIndex(line => line.Contains("UPDATE \"Requests\" SET", StringComparison.Ordinal)) < told.FindIndex(line => line.Contains("INSERT INTO \"Trunks\"", StringComparison.Ordinal)));
        var executed = world.Log.Lines.Where(line => line.Contains("Executed statement", StringComparison.Ordinal)).ToList();
        foreach (var value in Sample.Another(1).Select(field => field.Value).Append("Omar"))
            Assert.DoesNotContain(executed, line => line.Contains(value, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Without_it_the_log_is_silent_about_them(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, LogLevel = LogLevel.Information });
        await world.ApprovedAsync();
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("INSERT INTO", StringComparison.Ordinal));
    }
}
