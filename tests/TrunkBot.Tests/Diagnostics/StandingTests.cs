using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Diagnostics;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.Diagnostics.Collected;
using TrunkBot.Tests.Storage;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>What is measured of the database costs it as little when it is full as when it is empty.</summary>
public sealed class StandingTests
{
    // As many as are counted of each, with what it takes to count them.
    private const int Most = 2500;

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_is_finished_is_not_read_and_of_what_waits_no_more_than_is_counted(string backEnd)
    {
        var statements = new Statements();
        await using var collector = await Collector.StartAsync();
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            BackEnd = backEnd,
            Settings = collector.Settings,
            BackEndAround = statements.Around,
            Change = services =>
            {
                statements.ListenTo(services);
                Collector.OnlyItsOwn(services);
            },
        });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        await world.AskedAsync();
        await world.Riya.On("webchat").SaysAsync("/trunk new --chat");
        await world.PassAsync(TimeSpan.FromMinutes(61));
        await LargeTables.FillAsync(world);
        statements.Forget();
        await world.Bot.Services.GetRequiredService<StandingReader>().ReadAsync(CancellationToken.None);

        var asked = statements.Seen.Where(statement => statement.Key.Contains("\"Jobs\"", StringComparison.Ordinal) || statement.Key.Contains("\"Requests\"", StringComparison.Ordinal)).ToList();
        Assert.InRange(asked.Count, 6, 12);
        foreach (var (sql, values) in asked)
        {
            var effort = await world.Database.TryAsync(sql, values);
            Assert.True(effort.Read <= Most, $"{effort.Read} rows are read:\n{sql}\n{effort.Account}");
        }
    }
}
