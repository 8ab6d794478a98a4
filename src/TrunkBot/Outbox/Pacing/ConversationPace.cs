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
    private readonly Waiting _waiting = new();

    /// <summary>Takes a place for one message; or says how long to wait until it is worth asking again, and has the worker look then.</summary>
    /// <param name="notice">Which message: so that it is known when it comes back.</param>
    /// <param name="reference">Where it goes.</param>
    /// <param name="ct">Asks it to end.</param>
    public async Task<TimeSpan?> EnterAsync(Guid notice, ConversationReference reference, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (tenant, place, hasWaited) = (TenantOf(reference), PlaceOf(reference), _waiting.Returns(notice));
        if (_places.LineUp(place, hasWaited, now) is { } known)
            return Wait(notice, known, now);
        if (await _tenants.TakeAsync(tenant, hasWaited, now, ct) is { } full)
            return Wait(notice, full, now);
        if (await _places.TakeAsync(place, hasWaited, now, ct) is not { } busy)
            return null;
        _tenants.GiveBack(tenant, now);
        return Wait(notice, busy, now);
    }

    /// <summary>
    /// Has a notice that is only being stored line up where others wait, and says when it should ask for its place; null for at once. To come and be told so would
    /// cost a job's run.
    /// </summary>
    public DateTimeOffset? LineUp(Guid notice, ConversationReference reference)
    {
        var now = clock.GetUtcNow();
        if (_places.LineUp(PlaceOf(reference), hasWaited: false, now) is not { } until)
            return null;
        Wait(notice, until, now);
        return until;
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

    private TimeSpan Wait(Guid notice, DateTimeOffset until, DateTimeOffset now)
    {
        _waiting.Told(notice, until, now);
        signal.WakeAfter(until - now);
        return until - now;
    }

    private static string PlaceOf(ConversationReference reference) => $"{reference.ChannelId}|{ActivityExtensions.WithoutThread(reference.Conversation.Id!)}";

    private static string TenantOf(ConversationReference reference) => $"{reference.ChannelId}|tenant|{SendActivity.TenantOf(reference)}";
}
