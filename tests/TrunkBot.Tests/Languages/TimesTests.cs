using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Conversations;
using TrunkBot.Languages;
using TrunkBot.Operations;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Languages;

/// <summary>A time is said in the zone of whoever reads it. Where many read, or nobody knows the zone, it is said in UTC.</summary>
public sealed class TimesTests
{
    [Theory]
    [InlineData("Asia/Kolkata", "2026-12-28T20:00:00Z", "2026-12-29 01:40 UTC+5:30")]
    [InlineData("America/New_York", "2026-12-28T20:00:00Z", "2026-12-28 15:10 UTC-5")]
    [InlineData("America/New_York", "2027-07-28T20:00:00Z", "2027-07-28 16:10 UTC-4")]
    [InlineData("Europe/London", "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    [InlineData("Etc/UTC", "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    [InlineData(null, "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    [InlineData("Mars/Olympus_Mons", "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    [InlineData("/dev/zero", "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    [InlineData("Asia/../Asia/Kolkata", "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    [InlineData("America", "2026-12-28T20:00:00Z", "2026-12-28 20:10 UTC")]
    public async Task What_a_job_tells_whoever_asked_later_is_in_their_zone_and_the_room_reads_UTC(string? zone, string now, string there)
    {
        await using var world = await AtAsync(now);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 503, RetryAfter = 600 });
        var riya = world.Riya.At(zone);
        await world.AskedAsync(riya);
        await world.Omar.At("Australia/Adelaide").SaysAsync("/trunk approve TR-1");

        await world.RunDueJobsAsync();

        Assert.Contains($"TrunkBot tries again at {there}.", riya.Reads(), StringComparison.Ordinal);
        Assert.Contains($"TrunkBot tries again at {there}.", (await riya.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);
        Assert.Contains($"TrunkBot tries again at {now[..10]} 20:10 UTC.", world.Omar.Reads("room"), StringComparison.Ordinal);
        // What is kept to answer later stays here.
        Assert.DoesNotContain(world.Sandbox.Channel.Sent, sent => sent.Activity?.GetRawText().Contains("imezone", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Asia/Kolkata", null, "UTC+5:30")]
    [InlineData(null, "America/St_Johns", "UTC-3:30")]
    [InlineData("Asia/Kolkata", "America/St_Johns", "UTC+5:30")]
    public async Task Teams_may_say_the_zone_beside_the_message(string? said, string? beside, string zone)
    {
        await using var world = await StuckAsync();
        await world.Sandbox.Channel.DeliverAsync("ada", "personal", new JsonObject { ["type"] = "message", ["text"] = "/trunk jobs" }, "msteams", activity =>
        {
            activity["localTimezone"] = said;
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Web", ["timezone"] = beside });
        });
        Assert.Contains($"Given up after it was tried once, last at {(zone[3] is '+' ? "2026-12-29 01:30" : "2026-12-28 16:30")} {zone}.", world.Ada.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_place_reads_its_own_and_a_time_is_the_same_in_every_language()
    {
        await using var world = await StuckAsync();
        var ada = world.Ada.At("Asia/Kolkata");
        const string There = "2026-12-29 01:30 UTC+5:30";
        Assert.All(
            [await ada.SaysAsync("/trunk jobs"), await ada.In("ja-JP").SaysAsync("/trunk jobs"), await ada.In("de-DE").SaysAsync("/trunk status")],
            heard => Assert.Contains(There, heard.Text, StringComparison.Ordinal));
        Assert.Contains("2026-12-28 20:00 UTC.", (await ada.SaysAsync("/trunk jobs", "room")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("UTC+", (await ada.SaysAsync("/trunk audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_that_asks_a_room_what_became_of_a_create_has_the_time_in_UTC()
    {
        await using var world = await AtAsync("2026-12-28T20:00:00Z");
        await world.Ada.At("Asia/Kolkata").SaysAsync("/trunk approvals here", "teams-room");
        await world.AskedAsync(world.Riya.At("Asia/Kolkata"));
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.Omar.At("Asia/Kolkata").SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Contains("2026-12-28 20:00 UTC\n", Cards.Words(world.Ada.CardWith("It is there", "teams-room").Card) + "\n", StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task An_administrator_is_told_later_in_the_language_and_the_zone_that_they_had_last(string backEnd)
    {
        await using var world = await AtAsync("2026-12-28T20:00:00Z", backEnd);
        var (german, spanish) = (world.Ada.In("de-AT").At("Europe/Vienna"), world.Ada.In("es-MX").At("America/Mexico_City"));
        await world.Ada.In("ja-JP").At("Asia/Tokyo").SaysAsync("/trunk approvals here", "teams-room");
        await german.SaysAsync("/whoami");
        await LoseRoomAsync(world);
        Assert.Equal(Language.German.Say(() => TrunkBot.Approvals.ApprovalTexts.RoomLostToAdmins(0)), world.Ada.Sees()[^1].Text);
        Assert.Equal("2026-12-28 21:00 UTC+1", await ToldAsync(world));

        await spanish.SaysAsync("/whoami");
        // A client that says less than before takes nothing back.
        await world.Sandbox.Channel.DeliverAsync("ada", "personal", new JsonObject { ["type"] = "message", ["text"] = "/help" }, "msteams", activity => activity.Remove("locale"));
        await spanish.SaysAsync("/trunk approvals here", "group");
        await LoseRoomAsync(world, "group");
        Assert.Equal(Language.Spanish.Say(() => TrunkBot.Approvals.ApprovalTexts.RoomLostToAdmins(0)), world.Ada.Sees()[^1].Text);
        Assert.Equal("2026-12-28 14:00 UTC-6", await ToldAsync(world));
        Assert.Equal(["es America/Mexico_City"], await world.StoredAsync(db => db.Conversations.Where(place => place.Locale != null).Select(place => place.Locale + " " + place.LocalTimezone).ToListAsync()));
    }

    [Fact]
    public async Task An_administrator_of_whom_nothing_is_known_is_told_in_English_whoever_caused_it()
    {
        await using var world = await AtAsync("2026-12-28T20:00:00Z");
        await world.Riya.SaysAsync("/help");
        using var around = Reader.Of(new Activity { Locale = "de-DE", LocalTimezone = "Asia/Kolkata", Conversation = new() { Id = "a:1" } }).Speak();
        Assert.Equal("2026-12-28 20:00 UTC", await ToldAsync(world));
    }

    [Theory]
    [InlineData("de-DE", "Asia/Kolkata")]
    [InlineData("fr-FR", "Mars/Olympus_Mons")]
    [InlineData("x\0y", "x\0y")]
    public async Task Who_says_the_same_again_causes_no_write(string locale, string zone)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In(locale).At(zone);
        await riya.SaysAsync("/help");
        await world.Database.ExecuteAsync("CREATE TRIGGER Watch AFTER UPDATE ON Conversations BEGIN SELECT RAISE(ABORT, 'written'); END");
        Assert.Equal(200, (await riya.SaysAsync("/help")).Delivery.Status);
        Assert.Equal(500, (await riya.In("es-ES").At("Asia/Tokyo").SaysAsync("/help")).Delivery.Status);
    }

    private static Task<Company> AtAsync(string now, string backEnd = "Sqlite") => Company.StartAsync(
        new CompanyOptions { BackEnd = backEnd, Clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)) });

    // The channel finds fault with what is said in the room.
    private static async Task<Company> StuckAsync()
    {
        var world = await AtAsync("2026-12-28T20:00:00Z");
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        world.Sandbox.Channel.Faults.Add(new Fault { Status = 400, Times = 100, Method = "POST" });
        await world.RunDueJobsAsync();
        world.Sandbox.Channel.Faults.Clear();
        return world;
    }

    private static async Task LoseRoomAsync(Company world, string room = "teams-room")
    {
        var bot = world.Sandbox.Channel.Compose("omar", room, [])["recipient"]!.DeepClone();
        await world.Sandbox.Channel.DeliverAsync("omar", room, new JsonObject { ["type"] = "conversationUpdate", ["membersRemoved"] = new JsonArray(bot) });
        await world.RunDueJobsAsync();
    }

    // No notice to the administrators has a time in it yet.
    private static async Task<string?> ToldAsync(Company world)
    {
        await using var scope = world.Bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AdminPost>().TellAsync(world.Settings["MicrosoftAppTenantId"]!, () => Say.Time(world.Clock.GetUtcNow()), CancellationToken.None);
        await world.Bot.Services.GetRequiredService<Commit>().TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), CancellationToken.None);
        await world.RunDueJobsAsync();
        return world.Ada.Sees()[^1].Text;
    }
}
