using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Diagnostics;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>What others have begun, asked for and finished costs nobody anything: a statement reads the rows that it gives.</summary>
public sealed partial class RowsReadTests : IAsyncLifetime
{
    // Far below what there is of everything, and above what anything has to read that gives one row.
    private const int Few = 200;

    // What is measured now and then counts no further than a thousand of each.
    private const int AsManyAsAreCounted = 2500;

    private readonly Statements _statements = new();
    private Company _world = null!;

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Whatever_people_say_reads_no_more_rows_than_it_gives(string backEnd)
    {
        await StartAsync(backEnd);
        await SayAsync("/trunk list", "/trunk requests", "/trunk show TR-1", "/trunk approve TR-2 yes", "/trunk cancel TR-3", "/trunk audit", "/trunk jobs", "/trunk status", "/trunk overview");
        await SayAsync("/trunk reject TR-4 no", "/trunk edit TR-5", "/trunk delegate TR-5 mei", "/trunk push TR-5 now", "/trunk audit TR-1");
        await SayAsync("/trunk new --chat", "one", "/cancel");
        await _world.AsksAsync();
        await NothingIsReadInVainAsync();
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Whatever_is_done_behind_it_reads_no_more_rows_than_it_gives(string backEnd)
    {
        await StartAsync(backEnd);
        await _world.Omar.SaysAsync("/trunk approve TR-2 yes");
        await _world.RunDueJobsAsync();
        await _world.PassAsync(TimeSpan.FromMinutes(61));
        await NothingIsReadInVainAsync();
        await WhatIsMeasuredIsFoundByAnIndexAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private async Task StartAsync(string backEnd)
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Change = _statements.ListenTo, BackEndAround = _statements.Around });
        await _world.ApprovedAsync();
        await _world.RunDueJobsAsync();
        for (var number = 2; number <= 5; number++)
            await _world.AskedAsync();
        await _world.Riya.On("webchat").SaysAsync("/trunk new --chat");
        await _world.PassAsync(TimeSpan.FromMinutes(61));
        await LargeTables.FillAsync(_world);
        _statements.Forget();
    }

    private async Task SayAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            foreach (var person in new[] { _world.Riya, _world.Omar, _world.Ada })
                await person.SaysAsync(line);
        }
    }

    // Everything else looks for no row.
    [GeneratedRegex(@"^\s*(SELECT|UPDATE|DELETE|WITH)\b")]
    private static partial Regex Reads();

    private async Task WhatIsMeasuredIsFoundByAnIndexAsync()
    {
        _statements.Forget();
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        foreach (var part in scope.ServiceProvider.GetServices<IStanding>())
            Assert.NotEmpty(await part.ReadAsync(CancellationToken.None));
        Assert.InRange(_statements.Seen.Count, 6, 12);
        foreach (var (sql, values) in _statements.Seen)
        {
            var effort = await _world.Database.TryAsync(sql, values);
            Assert.True(effort.Read <= AsManyAsAreCounted, $"{effort.Read} rows are read:\n{sql}\n{effort.Account}");
        }
    }

    private async Task NothingIsReadInVainAsync()
    {
        var vain = new List<string>();
        var readers = _statements.Seen.Where(statement => Reads().IsMatch(statement.Key)).ToList();
        Assert.NotEmpty(readers);
        foreach (var (sql, values) in readers)
        {
            var effort = await _world.Database.TryAsync(sql, values);
            if (effort.Read > Few * (1 + effort.Given))
                vain.Add($"{effort.Read} rows are read, {effort.Given} given:\n{sql}\n{effort.Account}");
        }

        Assert.True(vain.Count == 0, string.Join("\n\n", vain));
    }
}
