using Microsoft.EntityFrameworkCore;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>The same number, name, host or username on another trunk or open request: said to the asker, and to the approver.</summary>
public abstract class CollisionTests(string backEnd)
{
    [Theory]
    [InlineData("numbers", "+14155550100", "TR-1 has the same number +14155550100.")]
    [InlineData("name", "Voice Agents", "TR-1 has the same name.")]
    [InlineData("domain", "ACME.pstn.twilio.com", "TR-1 has the same host.")]
    [InlineData("username", "acme", "TR-1 has the same username.")]
    public async Task The_asker_is_warned_of_a_value_that_an_open_request_has_and_the_approver_reads_it(string field, string value, string warning)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();

        var warned = await AsksAsync(world.Riya, With(2, (field, value)));
        Assert.Contains(warning, warned.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync(2));

        await world.Riya.ClicksAsync("Submit anyway", inputs: With(2, (field, value)));
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Pending, await world.StateAsync(2));
        Assert.Contains(warning, Cards.Words(world.Omar.CardWith("Approve", "room").Card), StringComparison.Ordinal);
        Assert.Contains("TR-2 is approved", (await world.Omar.SaysAsync("/trunk approve TR-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trunk_that_exists_is_warned_of_and_a_request_that_ended_is_not()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        var warned = await AsksAsync(world.Riya, Sample.Clean);
        Assert.Contains("TR-1 has the same values: number +14155550100, name, username, host.", warned.Text, StringComparison.Ordinal);

        foreach (var (number, end) in new[] { (2, "/trunk reject TR-2 no"), (3, "/trunk cancel TR-3"), (4, "") })
        {
            await AsksAsync(world.Riya, Sample.Another(9));
            Assert.Equal(RequestState.Pending, await world.StateAsync(number));
            if (end.Length > 0)
                await (number == 2 ? world.Omar : world.Riya).SaysAsync(end);
        }

        await world.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal(RequestState.Expired, await world.StateAsync(4));
        Assert.Equal([1L], await world.StoredAsync(db => db.TrunkKeys.Select(key => key.RequestNumber).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task What_came_after_it_was_asked_is_shown_at_the_decision_and_the_first_click_does_not_count()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync();
        await AlsoAsksAsync(world);

        var card = world.Omar.Sees("teams-room").First(sent => sent.Card is not null);
        var shown = await world.Omar.ClicksAsync(card, "Approve", "teams-room");
        Assert.Contains("TR-2 has the same number +14155550100", shown.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());

        // The card that was posted first is an old one now, for everybody.
        Assert.Contains("TR-2 has", (await world.Mei.ClicksAsync(card, "Approve", "teams-room")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());

        await world.RunDueJobsAsync();
        var now = world.Omar.Sees("teams-room").Last(sent => Cards.Words(sent.Card).Contains("New since it was asked", StringComparison.Ordinal));
        await world.Omar.ClicksAsync(now, "Approve", "teams-room");
        Assert.Equal(RequestState.Approved, await world.StateAsync());
    }

    [Fact]
    public async Task By_a_typed_line_likewise_and_each_approver_for_themselves()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await AlsoAsksAsync(world);

        foreach (var approver in new[] { world.Omar, world.Mei })
        {
            var told = await approver.SaysAsync("/trunk approve TR-1");
            Assert.Contains("TR-1 isn't approved yet", told.Text, StringComparison.Ordinal);
            Assert.Contains("TR-2 has the same number +14155550100.", told.Text, StringComparison.Ordinal);
            Assert.Equal(RequestState.Pending, await world.StateAsync());
        }

        Assert.Contains("TR-1 is approved", (await world.Mei.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_stands_against_a_rejection()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.AskedAsync();
        await AlsoAsksAsync(world);

        Assert.Contains("TR-1 is rejected", (await world.Omar.SaysAsync("/trunk reject TR-1 twice")).Text, StringComparison.Ordinal);
    }

    private static async Task<Heard> AsksAsync(Talker who, (string Id, string Value)[] values)
    {
        await who.SaysAsync("/trunk new");
        return await who.ClicksAsync("Submit", inputs: values);
    }

    private static async Task AlsoAsksAsync(Company world)
    {
        await AsksAsync(world.Riya, With(2, ("numbers", "+14155550100")));
        await world.Riya.ClicksAsync("Submit anyway", inputs: With(2, ("numbers", "+14155550100")));
        Assert.Equal(RequestState.Pending, await world.StateAsync(2));
    }

    private static (string Id, string Value)[] With(int number, (string Id, string Value) other) =>
        [.. Sample.Another(number).Where(field => field.Id != other.Id), other];
}

public sealed class CollisionOnSqliteTests() : CollisionTests("Sqlite");

public sealed class CollisionOnPostgresTests() : CollisionTests("Postgres");
