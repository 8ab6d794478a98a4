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

    [Theory]
    [InlineData(nameof(DeliveryPromise.AtMostOnce))]
    [InlineData(nameof(DeliveryPromise.AtLeastOnce))]
    public async Task Of_two_who_send_the_same_reply_at_once_one_does(string promise)
    {
        var reply = await StoredAsync(Enum.Parse<DeliveryPromise>(promise));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(reply))));
        Assert.Single(_world.Riya.Sees());
        Assert.False(await _world.StoredAsync(db => db.Jobs.AnyAsync(job => job.Id == reply.Id)));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private Task SendAsync(OutgoingActivity reply) => _world.Bot.Services.GetRequiredService<IOutbox>().SendAsync([reply], CancellationToken.None);

    private async Task<OutgoingActivity> StoredAsync(DeliveryPromise promise)
    {
        var line = _world.Sandbox.Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "hello" });
        var activity = line.Deserialize(ProtocolJsonContext.Default.Activity)!;
        var reference = activity.GetConversationReference();
        var reply = new OutgoingActivity(
            Guid.CreateVersion7(), ConnectorOperation.Send, reference, Activity.Message("Hello.").ApplyConversationReference(reference), promise);
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ITurnStore>();
        Assert.True(await store.TryCommitAsync(new StoredTurn(TurnKey.Of(activity), new InvokeResponse(200, null), [reply]), CancellationToken.None));
        return reply;
    }
}

public sealed class OutboxOnSqliteTests() : OutboxTests("Sqlite");

public sealed class OutboxOnPostgresTests() : OutboxTests("Postgres");
