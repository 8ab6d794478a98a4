using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Jobs;

namespace TrunkBot.Conversations;

/// <summary>A room that asks or tells somebody in places of its own, and has to know when one of them is gone or is back.</summary>
internal interface IConversationWatch
{
    /// <summary>Called in a job of its own; what it changes is saved with the job's end. It may be called again about the same.</summary>
    Task GoneAsync(Conversation place, CancellationToken ct);

    /// <summary>The same for a place that was gone.</summary>
    Task BackAsync(Conversation place, CancellationToken ct);
}

/// <summary>Tells the rooms that a place is gone, or back: as it is by now.</summary>
internal sealed class ConversationChangedJob(AddressBook book, IEnumerable<IConversationWatch> watches) : IJobHandler
{
    public const string JobKind = "conversation-changed";

    public string Kind => JobKind;

    public static Job About(Conversation place, DateTimeOffset now) =>
        new(Guid.CreateVersion7(), JobKind, place.TenantId, Payload(place.ChannelId, place.Id), now);

    public static string Payload(string channelId, string id) => JsonSerializer.Serialize(new PlaceName(channelId, id), PlaceNameJsonContext.Default.PlaceName);

    public string Purpose(string payload) => "see to what waits in a conversation that is gone, or back";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var name = JsonSerializer.Deserialize(job.Payload, PlaceNameJsonContext.Default.PlaceName)!;
        if (await book.FindAsync(name.ChannelId, name.Id, cancellationToken) is not { } place)
            return JobResult.Done;
        foreach (var watch in watches)
            await (place.GoneSince is null ? watch.BackAsync(place, cancellationToken) : watch.GoneAsync(place, cancellationToken));
        return JobResult.Done;
    }
}

internal sealed record PlaceName(string ChannelId, string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlaceName))]
internal sealed partial class PlaceNameJsonContext : JsonSerializerContext;
