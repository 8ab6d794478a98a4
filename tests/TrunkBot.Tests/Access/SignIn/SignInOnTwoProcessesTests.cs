using TrunkBot.Tests.World;
using static TrunkBot.Tests.Access.SignIn.SignInCompany;

namespace TrunkBot.Tests.Access.SignIn;

/// <summary>Two processes on one database: what one of them learns of a person the other knows, and so does the one that is started tomorrow.</summary>
public sealed class SignInOnTwoProcessesTests
{
    [Fact]
    public async Task Both_know_who_signed_in_only_one_acts_and_a_restart_forgets_nobody()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres", Processes = 2, Settings = Settings });
        var asker = world.Somebody("requester-1", Requester);
        world.Sandbox.TeamsClients.PerPerson = 4;
        await asker.SaysAsync("/trunk new");
        await world.Sandbox.TeamsClients.SettledAsync();
        Assert.Equal([200, 200, 200, 200], world.Exchanges(asker));
        Assert.Single(asker.Sees(), sent => Cards.Words(sent.Card).Contains("Submit", StringComparison.Ordinal));

        var calls = world.Calls(asker).Count;
        await RequestsAsync(asker, times: 3);
        await world.RestartAsync();
        await RequestsAsync(asker, times: 2);
        Assert.Equal(calls, world.Calls(asker).Count);

        await asker.SaysAsync("/signout");
        world.Sandbox.TeamsClients.PerPerson = 0;
        await asker.SaysAsync("/trunk requests");
        await asker.SaysAsync("/trunk requests");
        Assert.Equal(3, asker.Links().Count);
    }

    [Fact]
    public async Task Where_no_connection_is_named_nothing_is_offered_and_nothing_is_taken()
    {
        await using var world = await Company.StartAsync();
        var eve = world.Somebody("eve", Requester);
        Assert.Contains("I didn't understand that", (await eve.SaysAsync("/signin")).Text, StringComparison.Ordinal);
        Assert.Equal(501, await world.BringsAsync(eve, world.Entra.Issue("eve")));
        Assert.Equal(501, (await world.Sandbox.Channel.DeliverAsync("eve", "personal", Code("123456"))).Status);
        Assert.Contains("You need the role", (await eve.SaysAsync("/trunk new")).Text, StringComparison.Ordinal);
        Assert.Empty(world.Sandbox.TokenService.Calls);
    }

    private static async Task RequestsAsync(Talker asker, int times)
    {
        for (var time = 0; time < times; time++)
            Assert.Contains("Draft, not submitted yet", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
    }
}
