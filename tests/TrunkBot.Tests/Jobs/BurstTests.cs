using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Tests.World;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Jobs;

/// <summary>
/// Two processes on one PostgreSQL have a great deal to say, and Teams takes no more than its documentation says: 7 messages in a second, 8 in two, 60 in
/// half a minute and 1,800 in an hour to a conversation, 50 requests in a second in a tenant.
/// </summary>
public sealed class BurstTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Notices = 500;

    private Company _world = null!;

    private SandboxChannel Channel => _world.Sandbox.Channel;

    [Fact]
    public async Task Five_hundred_notices_to_a_channel_then_to_five_hundred_chats_all_arrive_once_and_at_most_once_refused()
    {
        // A channel with all its threads is one conversation.
        var channel = Reference("teams-room");
        await PostAsync("room", number => channel with { Conversation = new ConversationAccount { Id = $"{channel.Conversation.Id};messageid={number % 3}", TenantId = channel.Conversation.TenantId } });
        await AllArriveAsync("room", TimeSpan.FromSeconds(2), atMost: TimeSpan.FromMinutes(6));

        var chat = Reference("personal");
        await PostAsync("chats", number => chat with { Conversation = new ConversationAccount { Id = Chat(number), TenantId = chat.Conversation.TenantId } });
        await AllArriveAsync("chats", TimeSpan.FromMilliseconds(500), atMost: TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_one_process_is_told_to_wait_all_wait_and_a_process_that_dies_keeps_no_place()
    {
        var personal = Reference("personal");
        await _world.Riya.SaysAsync("/whoami");
        Channel.Faults.Add(new Fault { Status = 429, RetryAfter = 20 });
        await PostAsync("told", _ => personal, 12);
        await _world.RunDueJobsAsync();
        for (var second = 0; second < 19; second++)
            await _world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Said("told"), call => call.Time > Said("told").First(one => one.Status == 429).Time);

        // Nothing can be handed back by whoever is killed: it has taken places and says nothing.
        await _world.PassAsync(TimeSpan.FromMinutes(2));
        await PostAsync("after", _ => personal, 12);
        await using (var died = _world.Bots[0].Services.CreateAsyncScope())
            while (await died.ServiceProvider.GetRequiredService<ConversationPace>().EnterAsync(personal, default) is null) { }
        await _world.LeaveAsync(_world.Bots[0]);
        await AllArriveAsync("after", TimeSpan.FromSeconds(1), atMost: TimeSpan.FromSeconds(15), 12);
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres", Processes = 2 });
        Channel.Calls.Most = Channel.Sent.Most = 10 * Notices;
        Channel.Throttle.IsStrict = true;
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private string Chat(int number) => Channel.ConversationId("personal", string.Create(CultureInfo.InvariantCulture, $"approver-{number}"));

    private ConversationReference Reference(string where) => Channel
        .Compose("riya", where, new JsonObject { ["type"] = "message" })
        .Deserialize(ProtocolJsonContext.Default.Activity)!.GetConversationReference() with { ActivityId = null };

    private List<SentActivity> Said(string what) => [.. Channel.Calls.Where(call => call.Text?.StartsWith(what + " ", StringComparison.Ordinal) == true)];

    // Each process stores a half of them.
    private async Task PostAsync(string what, Func<int, ConversationReference> where, int notices = Notices)
    {
        foreach (var half in Enumerable.Range(1, notices).GroupBy(number => number % _world.Bots.Count))
        {
            await using var scope = _world.Bots[half.Key].Services.CreateAsyncScope();
            foreach (var number in half)
                scope.ServiceProvider.GetRequiredService<JobQueue>().Post(where(number), Activity.Message(string.Create(CultureInfo.InvariantCulture, $"{what} {number}.")));
            await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), default);
        }
    }

    private async Task AllArriveAsync(string what, TimeSpan step, TimeSpan atMost, int notices = Notices)
    {
        var began = _world.Clock.GetUtcNow();
        await _world.RunDueJobsAsync();
        while (Said(what).Count(call => call.Acted) < notices && _world.Clock.GetUtcNow() - began < atMost)
            await _world.PassAsync(step);
        var byNotice = Said(what).GroupBy(call => call.Text).ToList();
        output.WriteLine($"{what}: {byNotice.Count} notices in {_world.Clock.GetUtcNow() - began}, refused {Said(what).Count(call => call.Status == 429)}, {Channel.Throttle.Refused} in all.");
        Assert.Equal(notices, byNotice.Count);
        Assert.All(byNotice, notice => Assert.Equal(1, notice.Count(call => call.Acted)));
        Assert.All(byNotice, notice => Assert.InRange(notice.Count(call => call.Status == 429), 0, 1));
    }
}
