using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>What Teams does to the places where the bot speaks, and what it takes there.</summary>
public sealed class PlacesTests : IAsyncLifetime
{
    private const int TeamsTakes = 100 * 1024 / sizeof(char);

    private Company _world = null!;

    private SandboxChannel Channel => _world.Sandbox.Channel;

    [Fact]
    public async Task Whoever_blocks_or_removes_the_bot_is_called_once_more_at_most_until_it_is_back()
    {
        foreach (var (person, fault) in new (string, Fault)[]
        {
            ("riya", new Fault { Status = 403, Code = "BotNotInConversationRoster" }),
            ("omar", new Fault { Status = 403, Code = "MessageWritesBlocked" }),
            ("mei", new Fault { Status = 403, Code = "ConversationBlockedByUser" }),
            ("ada", new Fault { Status = 404, Code = "ConversationNotFound" }),
        })
        {
            Channel.Faults.Add(fault with { Conversation = Channel.ConversationId("personal", person), Times = 100 });
            await PostAsync(person, [.. Enumerable.Range(1, 3).Select(number => Activity.Message($"{fault.Code} {number}."))]);
            await _world.PassAsync(TimeSpan.FromSeconds(5));
            await _world.PassAsync(TimeSpan.FromDays(1));
            Assert.Single(Channel.Calls, call => call.ConversationId == Channel.ConversationId("personal", person));
        }

        Channel.Faults.Clear();
        // An upgrade that takes the bot out of the app, and one that brings it back. Source: Teams documentation, "Installation update event".
        await InstalledAsync("remove-upgrade");
        await PostAsync("eve", [Activity.Message("Nobody is here.")]);
        await _world.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(Sends("eve"));
        await InstalledAsync("add-upgrade");
        await _world.Ada.SaysAsync("/trunk jobs retry all");
        await _world.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Contains(Sends("eve"), sent => sent.Text == "Nobody is here.");
    }

    [Fact]
    public async Task In_a_meetings_chat_and_in_a_group_with_a_guest_it_answers_there_and_gives_a_guest_no_role()
    {
        var asked = await _world.Riya.SaysAsync("/trunk new", "meeting");
        Assert.Single(asked.Sent);
        Assert.Null((await _world.StoredAsync(db => Task.FromResult(db.Conversations.Single(place => place.Id == Channel.ConversationId("meeting"))))).PersonId);

        // A guest has an id in this tenant, and a home elsewhere.
        static void AsGuest(JsonObject line) => line["from"] = new JsonObject
        {
            ["id"] = "29:1guest-of-another-company",
            ["name"] = "Gus Guest",
            ["aadObjectId"] = "60000000-0000-4000-8000-000000000001",
        };
        foreach (var (text, answer) in new[] { ("/whoami", "no role"), ("/trunk new", "You need the role"), ("/trunk requests", "You need the role") })
        {
            var before = Channel.Sent.Count;
            await Channel.DeliverAsync("eve", "group", new JsonObject { ["type"] = "message", ["text"] = text }, alter: AsGuest);
            var said = Assert.Single(Channel.Sent.Skip(before));
            Assert.Equal(Channel.ConversationId("group"), said.ConversationId);
            Assert.Contains(answer, said.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_is_longer_than_Teams_takes_is_shortened_and_says_so()
    {
        var rows = Enumerable.Range(1, 900).Select(number => new TextBlock($"Row {number}: {new string('x', 80)}")).ToArray();
        var card = new AdaptiveCard { FallbackText = "Rows.", Body = [new TextBlock("Rows"), .. rows], Actions = [ExecuteAction.Create("Go on", "request.refresh")] };
        await PostAsync("riya", [Activity.Message(new string('y', 70_000)), card.ToMessage(), Activity.Message(new string('ガ', 30_000))]);
        await _world.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(3, Sends("riya").Count);
        // Notices that are due together leave in any order.
        var (text, cut, whole) = (
            Assert.Single(Sends("riya"), sent => sent.Text?.StartsWith('y') == true),
            Assert.Single(Sends("riya"), sent => sent.Card is not null),
            Assert.Single(Sends("riya"), sent => sent.Text?.StartsWith('ガ') == true));
        Assert.All([text, cut], sent => Assert.InRange(sent.Activity!.Value.GetRawText().Length, 1, TeamsTakes));
        var shown = Cards.Words(cut.Card);
        Assert.EndsWith($"y…\n\n{OutboxTexts.Shortened}", text.Text, StringComparison.Ordinal);
        Assert.InRange(text.Text!.Length, 35_000, TeamsTakes);
        Assert.Contains("Row 1:", shown, StringComparison.Ordinal);
        Assert.Contains("Row 200:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Row 900:", shown, StringComparison.Ordinal);
        Assert.Contains(OutboxTexts.Shortened, shown, StringComparison.Ordinal);
        Assert.Single(Cards.Actions(cut.Card!.Value));
        // A letter counts as a letter, however many bytes it has on its way.
        Assert.Equal(30_000, whole.Text!.Length);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { IsPaced = true });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private List<SentActivity> Sends(string person) => [.. Channel.Sent.Where(sent => sent.ConversationId == Channel.ConversationId("personal", person))];

    private Task<Delivery> InstalledAsync(string action) => Channel.DeliverAsync("eve", "personal", new JsonObject { ["type"] = "installationUpdate", ["action"] = action });

    private async Task PostAsync(string person, IReadOnlyList<Activity> notices)
    {
        var line = Channel.Compose(person, "personal", new JsonObject { ["type"] = "message" });
        var reference = line.Deserialize(ProtocolJsonContext.Default.Activity)!.GetConversationReference() with { ActivityId = null };
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        foreach (var notice in notices)
            scope.ServiceProvider.GetRequiredService<JobQueue>().Post(reference, notice);
        await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), default);
    }
}
