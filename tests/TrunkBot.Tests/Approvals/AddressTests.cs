using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>A conversation is known by its id; its address is what the channel said last, and what was stored before goes there.</summary>
public sealed class AddressTests
{
    private readonly string _old = $"http://127.0.0.1:{Company.FreePort()}/connector/";

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task A_room_that_never_speaks_is_reached_at_the_address_that_others_of_its_tenant_show(string backEnd)
    {
        await using var world = await AtTheOldAddressAsync(backEnd);
        await world.AskedAsync();
        Assert.Contains("TR-1", world.Omar.Reads("teams-room"), StringComparison.Ordinal);
        await world.Omar.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Contains("Created", world.Omar.Reads("teams-room"), StringComparison.Ordinal);
        Assert.Equal(world.Sandbox.Channel.ServiceUrl, await AddressAsync(world, "teams-room"));
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_a_person_waits_for_comes_to_the_address_of_today(string backEnd)
    {
        await using var world = await AtTheOldAddressAsync(backEnd);
        await SayAsync(world, "riya", "personal", "/trunk new");
        var draft = (await world.StoredAsync(db => db.Requests.AsNoTracking().SingleAsync())).Id.ToString();
        var submit = new JsonObject { ["verb"] = "trunk.submit", ["requestId"] = draft };
        foreach (var (id, value) in Sample.Clean)
            submit[id] = value;
        await DeliverAsync(world, "riya", "personal", Talker.Invoke(submit, null));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Equal(_old, await AddressAsync(world, "personal", "riya"));

        // It is a reaction, and nobody says anything to her: the address is renewed all the same.
        await world.Sandbox.Channel.DeliverAsync("riya", "personal", new JsonObject { ["type"] = "messageReaction", ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }) });
        Assert.Equal(world.Sandbox.Channel.ServiceUrl, await AddressAsync(world, "personal", "riya"));
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        Assert.Contains("Trunk id", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_was_given_up_is_tried_again_at_the_address_of_today()
    {
        await using var world = await AtTheOldAddressAsync("Sqlite", ("Jobs:MostAttempts", "1"));
        await SayAsync(world, "riya", "personal", "/trunk new");
        var draft = (await world.StoredAsync(db => db.Requests.AsNoTracking().SingleAsync())).Id.ToString();
        var submit = new JsonObject { ["verb"] = "trunk.submit", ["requestId"] = draft };
        foreach (var (id, value) in Sample.Clean)
            submit[id] = value;
        await DeliverAsync(world, "riya", "personal", Talker.Invoke(submit, null));
        await world.RunDueJobsAsync();
        Assert.NotEqual(0, await ParkedAsync(world));
        Assert.DoesNotContain("TR-1", world.Omar.Reads("teams-room"), StringComparison.Ordinal);

        await world.Omar.SaysAsync("@TrunkBot /help", "teams-room");
        await world.Ada.SaysAsync("/trunk jobs retry all");
        await world.RunDueJobsAsync();
        Assert.Contains("TR-1", world.Omar.Reads("teams-room"), StringComparison.Ordinal);
        Assert.Equal(0, await ParkedAsync(world));
    }

    [Fact]
    public async Task An_address_that_is_not_trusted_takes_no_place_of_one_that_is()
    {
        await using var world = await Company.StartAsync();
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        Assert.Equal(403, await DeliverAsync(world, "ada", "teams-room", new JsonObject { ["type"] = "message", ["text"] = "/help" }));
        Assert.Equal(world.Sandbox.Channel.ServiceUrl, await AddressAsync(world, "teams-room"));
        await world.RestartAsync(("TrustedServiceHosts:1", new Uri(_old).Authority));
        Assert.Equal(200, await DeliverAsync(world, "ada", "teams-room", new JsonObject { ["type"] = "message", ["text"] = "/help" }));
        Assert.Equal(_old, await AddressAsync(world, "teams-room"));
        // The operator takes it off the list again: what was kept of it is not used any more.
        await world.RestartAsync(("TrustedServiceHosts:1", new Uri(world.Sandbox.Channel.ServiceUrl).Authority));
        await world.AskedAsync();
        Assert.Contains("TR-1", world.Omar.Reads("teams-room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_written()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/help");
        await world.Database.ExecuteAsync("CREATE TRIGGER Watch AFTER UPDATE ON Conversations BEGIN SELECT RAISE(ABORT, 'written'); END");
        Assert.Equal(200, (await world.Riya.SaysAsync("/help")).Delivery.Status);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_an_older_version_has_stored_is_brought_over(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync();
        await world.Database.ExecuteAsync("""DROP TABLE "Conversations" """);
        await world.Database.ExecuteAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%_Conversations' OR "MigrationId" LIKE '%_Readers' """);
        await world.RestartAsync();
        Assert.Equal(world.Sandbox.Channel.ServiceUrl, await AddressAsync(world, "teams-room"));
        Assert.Equal(world.Sandbox.Channel.ServiceUrl, await AddressAsync(world, "personal", "riya"));
        Assert.Equal(2, await world.StoredAsync(db => db.Conversations.CountAsync()));
    }

    private async Task<Company> AtTheOldAddressAsync(string backEnd, params (string Key, string? Value)[] more)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = { ["TrustedServiceHosts:1"] = new Uri(_old).Authority } });
        if (more.Length > 0)
            await world.RestartAsync(more);
        await SayAsync(world, "ada", "teams-room", "/trunk approvals here");
        Assert.Equal(_old, await AddressAsync(world, "teams-room"));
        return world;
    }

    private Task<int> SayAsync(Company world, string person, string where, string text) =>
        DeliverAsync(world, person, where, new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" });

    private async Task<int> DeliverAsync(Company world, string person, string where, JsonObject activity)
    {
        var channel = world.Sandbox.Channel;
        var complete = channel.Compose(person, where, activity, where == "personal" ? "msteams" : null);
        complete["serviceUrl"] = _old;
        return (await channel.PostAsync(complete, channel.SignToken(token => token with { ServiceUrl = _old }))).Status;
    }

    private static async Task<string?> AddressAsync(Company world, string place, string? person = null)
    {
        var id = world.Sandbox.Channel.ConversationId(place, person);
        return await world.StoredAsync(db => db.Conversations.Where(one => one.Id == id).Select(one => one.ServiceUrl).SingleOrDefaultAsync());
    }

    private static Task<int> ParkedAsync(Company world) => world.StoredAsync(db => db.Jobs.CountAsync(job => job.State == JobState.Parked));
}
