using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;

namespace TrunkBot.Outbox.Pacing;

/// <summary>
/// Keeps what all processes send to what the channel takes, in a conversation and in a tenant, as <see cref="JobOptions"/> says. A channel of Teams with
/// all its threads is one conversation.
/// </summary>
/// <remarks>A turn's answer waits for nothing; it is counted, and notices make room for it.</remarks>
internal sealed class ConversationPace(IPaces paces, IOptions<JobOptions> options, WorkSignal signal, TimeProvider clock)
{
    private readonly Pacer _places = new(paces, PaceRates.OfConversation(options.Value), 1);
    private readonly Pacer _tenants = new(paces, PaceRates.OfTenant(options.Value), PaceRates.BlockOfTenant(options.Value));

    /// <summary>Takes a place for one message; or says how long to wait until it is worth asking again, and has the worker look then.</summary>
    public async Task<TimeSpan?> EnterAsync(ConversationReference reference, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await _tenants.TakeAsync(TenantOf(reference), now, ct) is { } full)
            return Wait(full - now);
        if (await _places.TakeAsync(PlaceOf(reference), now, ct) is not { } busy)
            return null;
        _tenants.GiveBack(TenantOf(reference), now);
        return Wait(busy - now);
    }

    /// <summary>Counts what is sent without waiting.</summary>
    public void Count(ConversationReference reference)
    {
        var now = clock.GetUtcNow();
        _tenants.Count(TenantOf(reference), now);
        _places.Count(PlaceOf(reference), now);
    }

    /// <summary>The channel has refused something for so long: no process sends there before.</summary>
    public Task HoldAsync(ConversationReference reference, TimeSpan pause, CancellationToken ct) =>
        _places.HoldAsync(PlaceOf(reference), clock.GetUtcNow() + pause, ct);

    private TimeSpan Wait(TimeSpan pause)
    {
        signal.WakeAfter(pause);
        return pause;
    }

    private static string PlaceOf(ConversationReference reference) => $"{reference.ChannelId}|{ActivityExtensions.WithoutThread(reference.Conversation.Id!)}";

    private static string TenantOf(ConversationReference reference) => $"{reference.ChannelId}|tenant|{SendActivity.TenantOf(reference)}";
}
