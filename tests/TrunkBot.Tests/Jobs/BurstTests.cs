using System.Data.Common;
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
using TrunkBot.Storage.Rows;
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
    private int _reads;
    private int _writes;
    private int _leases;

    private SandboxChannel Channel => _world.Sandbox.Channel;

    [Fact]
    public async Task Five_hundred_notices_to_a_channel_then_to_five_hundred_chats_all_arrive_once_and_at_most_once_refused()
    {
        // A channel with all its threads is one conversation.
        var channel = Reference("teams-room");
        var bare = ActivityExtensions.WithoutThread(channel.Conversation.Id!);
        await PostAsync("room", number => In(channel, $"{bare};messageid={number % 3}"));
        await AllArriveAsync("room", TimeSpan.FromSeconds(2), atMost: TimeSpan.FromMinutes(6));

        var chat = Reference("personal");
        await PostAsync("chats", number => In(chat, Chat(number)));
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
            while (await died.ServiceProvider.GetRequiredService<ConversationPace>().EnterAsync(Guid.NewGuid(), personal, default) is null) { }
        await _world.LeaveAsync(_world.Bots[0]);
        await AllArriveAsync("after", TimeSpan.FromSeconds(1), atMost: TimeSpan.FromSeconds(15), 12);
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions { IsPaced = true, BackEnd = "Postgres", Processes = 2, BackEndAround = inner => new CountedPaces(inner, this) });
        Channel.Calls.Most = Channel.Sent.Most = 10 * Notices;
        Channel.Throttle.IsStrict = true;
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static ConversationReference In(ConversationReference reference, string conversationId) =>
        reference with { Conversation = new ConversationAccount { Id = conversationId, TenantId = reference.Conversation.TenantId } };

    private string Chat(int number) => Channel.ConversationId("personal", string.Create(CultureInfo.InvariantCulture, $"approver-{number}"));

    private ConversationReference Reference(string where) => Channel
        .Compose("riya", where, new JsonObject { ["type"] = "message" })
        .Deserialize(ProtocolJsonContext.Default.Activity)!.GetConversationReference() with
    { ActivityId = null };

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
        output.WriteLine($"{what}: {byNotice.Count} notices in {_world.Clock.GetUtcNow() - began}, refused {Channel.Throttle.Refused}; {_leases} leases, {_reads} reads and {_writes} writes of paces.");
        Assert.Equal(notices, byNotice.Count);
        Assert.All(byNotice, notice => Assert.Equal(1, notice.Count(call => call.Acted)));
        Assert.All(byNotice, notice => Assert.InRange(notice.Count(call => call.Status == 429), 0, 1));
    }

    /// <summary>Counts what it costs that all processes know of each other.</summary>
    private sealed class CountedPaces(IBackEnd inner, BurstTests test) : PassedOn(inner)
    {
        public override ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class
        {
            if (sql.Contains("\"Paces\"", StringComparison.Ordinal))
                Interlocked.Increment(ref test._reads);
            return base.ReadAsync(sql, read, ct, values);
        }

        public override Task<bool> NoteAsync(RowWrite write, CancellationToken ct)
        {
            if (write.Sql.Contains("\"Paces\"", StringComparison.Ordinal))
                Interlocked.Increment(ref test._writes);
            return base.NoteAsync(write, ct);
        }

        public override Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
        {
            if (writes[0].Sql.Contains("\"LeasedBy\" = $2", StringComparison.Ordinal))
                Interlocked.Increment(ref test._leases);
            return base.WriteAsync(writes, bringsWork, ct);
        }
    }
}
