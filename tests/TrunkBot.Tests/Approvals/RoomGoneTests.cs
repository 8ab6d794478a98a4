using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>A room that was deleted, or that the bot was removed from, is known to be gone: nobody waits for it.</summary>
public sealed class RoomGoneTests
{
    private const string Folder = "../Cases/approvals-room-gone/";

    [Theory]
    [InlineData("Sqlite", 404)]
    [InlineData("Postgres", 403)]
    public async Task A_room_that_does_not_take_the_question_is_gone_the_people_are_told_and_a_new_one_gets_what_is_open_once(string backEnd, int status)
    {
        await using var world = await InRoomAsync(backEnd);
        Lose(world, "teams-room", status);
        await AskAsync(world);
        Assert.Contains("TR-1 can't reach the approvers", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("Ask an administrator to type /trunk approvals here", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("The approvals room is gone", world.Ada.Reads(), StringComparison.Ordinal);
        Assert.Contains("1 request is waiting", world.Ada.Reads(), StringComparison.Ordinal);
        var (ready, page) = await ReadyAsync(world);
        Assert.True(ready);
        Assert.Contains("The approvals room is gone", page, StringComparison.Ordinal);
        Assert.Contains("approvals room gone", await SettingsAuditAsync(world));

        await world.Ada.SaysAsync("/trunk approvals here", "group");
        await world.RunDueJobsAsync();
        await world.Ada.SaysAsync("/trunk jobs retry all");
        await world.RunDueJobsAsync();
        Assert.Single(world.Omar.Sees("group"), sent => Cards.Words(sent.Card).Contains("TR-1", StringComparison.Ordinal));
        Assert.DoesNotContain("approvals room is gone", (await ReadyAsync(world)).Page, StringComparison.Ordinal);
        Assert.Contains("asked in another room", await world.AuditAsync());

        await world.Omar.ClicksAsync("Approve", "group");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Theory]
    [InlineData("Sqlite", "room-deleted.json")]
    [InlineData("Postgres", "app-removed.json")]
    [InlineData("Sqlite", "member-removed")]
    [InlineData("Sqlite", "team-deleted")]
    [InlineData("Sqlite", "removed-from-the-team")]
    public async Task What_the_channel_says_of_a_room_is_heard_and_nothing_is_submitted_to_nobody(string backEnd, string told)
    {
        await using var world = await InRoomAsync(backEnd);
        await AskAsync(world);
        await TellAsync(world, told);
        await world.RunDueJobsAsync();
        Assert.Contains("TR-1 can't reach the approvers", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("1 request is waiting", world.Ada.Reads(), StringComparison.Ordinal);
        Assert.Contains("The approvals room is gone", (await ReadyAsync(world)).Page, StringComparison.Ordinal);

        await world.Riya.SaysAsync("/trunk new");
        Assert.Contains("/trunk approvals here", (await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(2))).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync(2));

        await world.Ada.SaysAsync("/trunk approvals here", "group");
        await world.RunDueJobsAsync();
        Assert.Single(world.Omar.Sees("group"), sent => Cards.Words(sent.Card).Contains("TR-1", StringComparison.Ordinal));
        Assert.Contains("Waiting for an approver", (await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(2))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel-restored")]
    [InlineData("app-added")]
    [InlineData("somebody-speaks")]
    public async Task A_room_that_is_back_is_known_again_and_brought_up_to_date(string told)
    {
        await using var world = await InRoomAsync("Sqlite");
        Lose(world, "teams-room", 404);
        await AskAsync(world);
        await world.RunDueJobsAsync();
        world.Sandbox.Channel.Faults.Clear();
        await TellAsync(world, told);
        await world.RunDueJobsAsync();
        Assert.Single(world.Omar.Sees("teams-room"), sent => Cards.Words(sent.Card).Contains("TR-1", StringComparison.Ordinal));
        Assert.DoesNotContain("approvals room is gone", (await ReadyAsync(world)).Page, StringComparison.Ordinal);
        Assert.Contains("TR-1 is with the approvers again", world.Riya.Reads(), StringComparison.Ordinal);
        Assert.Contains("approvals room back", await SettingsAuditAsync(world));
    }

    [Fact]
    public async Task An_Admin_who_never_talked_to_the_bot_is_told_in_a_chat_that_it_opens()
    {
        await using var world = await InRoomAsync("Sqlite");
        Assert.Empty(world.Ada.Sees());
        await TellAsync(world, "room-deleted.json");
        await world.RunDueJobsAsync();
        Assert.Contains("The approvals room is gone", world.Ada.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_escalation_room_that_is_gone_keeps_nothing_from_the_first_and_a_new_one_gets_what_waits()
    {
        await using var world = await InRoomAsync("Sqlite");
        var settings = world.Sandbox.BotSettings(1, "x");
        await world.RestartAsync(Second(world, settings, "group"));
        await AskAsync(world);
        Lose(world, "group", 403);
        await world.PassAsync(TimeSpan.FromDays(3));
        Assert.Contains("The second approvals room is gone", world.Ada.Reads(), StringComparison.Ordinal);
        Assert.Contains("The second approvals room is gone", (await ReadyAsync(world)).Page, StringComparison.Ordinal);

        await world.RestartAsync(Second(world, settings, "teams-other"));
        await world.RunDueJobsAsync();
        Assert.Single(world.Omar.Sees("teams-other"), sent => Cards.Words(sent.Card).Contains("TR-1", StringComparison.Ordinal));
        await world.Omar.ClicksAsync("Approve", "teams-room");
        await world.RunDueJobsAsync();
        Assert.Contains("Created", Cards.Words(world.Omar.Sees("teams-room")[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_not_called_again_until_they_speak()
    {
        await using var world = await InRoomAsync("Sqlite");
        await AskAsync(world);
        await AskAsync(world, 2);
        Lose(world, "personal", 403, "riya");
        foreach (var id in new[] { "TR-1", "TR-2" })
        {
            await world.Omar.SaysAsync($"/trunk reject {id} not ours");
            await world.PassAsync(TimeSpan.FromDays(1));
        }

        var chat = world.Sandbox.Channel.ConversationId("personal", "riya");
        Assert.Single(world.Sandbox.Channel.Calls, call => call.ConversationId == chat && call.Status == 403);
        world.Sandbox.Channel.Faults.Clear();
        Assert.Contains("TR-2", (await world.Riya.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        await world.Ada.SaysAsync("/trunk jobs retry all");
        await world.RunDueJobsAsync();
        Assert.Contains("Rejected by: Omar", world.Riya.Reads().Replace("\n", ": ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Who_removes_the_app_and_adds_it_again_is_greeted_again_once(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await InstalledAsync(world, "add");
        Assert.Single(world.Eve.Sees());
        await InstalledAsync(world, "remove");
        await InstalledAsync(world, "add");
        Assert.Equal(2, world.Eve.Sees().Count);
        await InstalledAsync(world, "add");
        Assert.Equal(2, world.Eve.Sees().Count);
    }

    private static (string, string?)[] Second(Company world, IReadOnlyDictionary<string, string?> settings, string place) =>
    [
        ("Approvals:EscalationRoom:ConversationId", world.Sandbox.Channel.ConversationId(place)),
        ("Approvals:EscalationRoom:TenantId", settings["Approvals:Room:TenantId"]),
        ("Approvals:EscalationRoom:ServiceUrl", settings["Approvals:Room:ServiceUrl"]),
    ];

    private static async Task<Company> InRoomAsync(string backEnd)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        return world;
    }

    private static void Lose(Company world, string place, int status, string? person = null) => world.Sandbox.Channel.Faults.Add(
        new Fault { Status = status, Times = 1000, Conversation = world.Sandbox.Channel.ConversationId(place, person).Split(";messageid=")[0] });

    // Whether it could be submitted is part of what is looked at.
    private static async Task AskAsync(Company world, int number = 1)
    {
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(number));
        await world.RunDueJobsAsync();
    }

    private static async Task InstalledAsync(Company world, string action)
    {
        var bot = world.Sandbox.Channel.Compose("eve", "personal", [])["recipient"]!.DeepClone();
        await world.Sandbox.Channel.DeliverAsync("eve", "personal", new JsonObject { ["type"] = "installationUpdate", ["action"] = action });
        await world.Sandbox.Channel.DeliverAsync(
            "eve", "personal", new JsonObject { ["type"] = "conversationUpdate", [action == "add" ? "membersAdded" : "membersRemoved"] = new JsonArray(bot) });
        await world.RunDueJobsAsync();
    }

    private static async Task TellAsync(Company world, string told)
    {
        var channel = world.Sandbox.Channel;
        var room = channel.ConversationId("teams-room");
        var team = channel.ConversationId("teams-other");
        JsonObject Update(string type) => new() { ["type"] = "conversationUpdate", ["channelData"] = new JsonObject { ["eventType"] = type } };
        var (activity, where) = told switch
        {
            "member-removed" => (new JsonObject { ["type"] = "conversationUpdate", ["membersRemoved"] = new JsonArray(channel.Compose("ada", "teams-room", [])["recipient"]!.DeepClone()) }, room),
            "team-deleted" => (Update("teamDeleted"), team),
            "removed-from-the-team" => (new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" }, team),
            "channel-restored" => (Update("channelRestored"), team),
            "app-added" => (new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" }, team),
            "somebody-speaks" => (new JsonObject { ["type"] = "message", ["text"] = "anybody here?" }, room),
            _ => (Read(told), team),
        };
        // The channel writes its own channel data; what an event is about stands beside it.
        var delivery = await channel.DeliverAsync("riya", where, activity, alter: complete =>
        {
            if (told.EndsWith(".json", StringComparison.Ordinal) && Read(told)["channelData"]!["channel"] is null)
                (complete["conversation"]!.AsObject()["id"], complete["channelData"]) = (room, new JsonObject { ["tenant"] = complete["channelData"]!["tenant"]!.DeepClone() });
            else if (told is "room-deleted.json" or "channel-restored")
                complete["channelData"]!["channel"] = new JsonObject { ["id"] = room };
        });
        Assert.Equal(200, delivery.Status);
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(SourceFolder(), Folder, file)))!.AsObject();

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static async Task<(bool Ready, string Page)> ReadyAsync(Company world)
    {
        using var http = new HttpClient();
        var page = await http.GetFromJsonAsync<JsonElement>(new Uri(new Uri(world.Bot.Configuration["Urls"]!), "/health/ready"));
        return (page.GetProperty("ready").GetBoolean(), page.ToString());
    }

    private static Task<List<string>> SettingsAuditAsync(Company world) => world.StoredAsync(db => Task.FromResult(
        db.Set<TrunkBot.Audit.AuditEntry>().Where(entry => entry.Subject == "settings").OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToList()));
}
