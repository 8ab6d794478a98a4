using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>A turn's replies, sent by whoever claims them first; what the channel does not take now is left to a worker.</summary>
public abstract class OutboxTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;
    private string? _turn;

    [Theory]
    [InlineData(nameof(DeliveryPromise.AtMostOnce))]
    [InlineData(nameof(DeliveryPromise.AtLeastOnce))]
    public async Task What_the_channel_refuses_for_now_is_sent_once_when_it_said_and_not_before(string promise)
    {
        var reply = await StoredAsync(Enum.Parse<DeliveryPromise>(promise));
        _world.Sandbox.Channel.Faults.Add(new Fault { Status = 429, RetryAfter = 20 });
        await SendAsync(reply);
        Assert.Empty(_world.Riya.Sees());

        await _world.PassAsync(TimeSpan.FromSeconds(19));
        Assert.Empty(_world.Riya.Sees());
        await _world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("Hello.", Assert.Single(_world.Riya.Sees()).Text);
        await _world.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(_world.Riya.Sees());
    }

    [Fact]
    public async Task What_may_leave_once_is_said_by_its_turn_or_by_nobody()
    {
        var reply = await StoredAsync(DeliveryPromise.AtMostOnce);
        await RedeliveredAsync(4);
        await _world.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(_world.Riya.Sees());
        await SendAsync(reply);
        Assert.Single(_world.Riya.Sees());
    }

    [Fact]
    public async Task What_has_to_arrive_is_its_turns_alone_for_a_while_then_of_many_who_find_it_one_says_it()
    {
        await StoredAsync(DeliveryPromise.AtLeastOnce);
        await RedeliveredAsync(4);
        Assert.Empty(_world.Riya.Sees());
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await RedeliveredAsync(4);
        Assert.Equal("Hello.", Assert.Single(_world.Riya.Sees()).Text);
        Assert.False(await _world.StoredAsync(db => db.Jobs.AnyAsync(job => job.Kind == "send-activity")));
    }

    [Fact]
    public async Task What_has_to_arrive_is_said_by_a_worker_when_its_turn_died_before_it_could()
    {
        await StoredAsync(DeliveryPromise.AtLeastOnce);
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        Assert.Equal("Hello.", Assert.Single(_world.Riya.Sees()).Text);
    }

    [Fact]
    public async Task A_turn_whose_time_is_over_leaves_what_it_has_to_say_to_a_worker()
    {
        var reply = await StoredAsync(DeliveryPromise.AtMostOnce);
        await _world.Bot.Services.GetRequiredService<IOutbox>().SendAsync([reply], new CancellationToken(canceled: true));
        await _world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("Hello.", Assert.Single(_world.Riya.Sees()).Text);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private Task SendAsync(OutgoingActivity reply) => _world.Bot.Services.GetRequiredService<IOutbox>().SendAsync([reply], CancellationToken.None);

    // The channel had no answer and sends the activity again, to several processes at once.
    private Task RedeliveredAsync(int times) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(async () =>
    {
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<ITurnStore>().FindAsync(_turn!, CancellationToken.None);
        await _world.Bot.Services.GetRequiredService<IOutbox>().SendAsync(stored!.Outgoing, CancellationToken.None);
    })));

    private async Task<OutgoingActivity> StoredAsync(DeliveryPromise promise)
    {
        var line = _world.Sandbox.Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "hello" });
        var activity = line.Deserialize(ProtocolJsonContext.Default.Activity)!;
        _turn = TurnKey.Of(activity);
        var reference = activity.GetConversationReference();
        var reply = new OutgoingActivity(
            Guid.CreateVersion7(), ConnectorOperation.Send, reference, Activity.Message("Hello.").ApplyConversationReference(reference), promise);
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ITurnStore>();
        Assert.True(await store.TryCommitAsync(new StoredTurn(_turn, new InvokeResponse(200, null), [reply]), CancellationToken.None));
        return reply;
    }
}

public sealed class OutboxOnSqliteTests() : OutboxTests("Sqlite");

public sealed class OutboxOnPostgresTests() : OutboxTests("Postgres");
