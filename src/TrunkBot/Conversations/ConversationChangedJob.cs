using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Jobs;
using TrunkBot.Languages;

namespace TrunkBot.Conversations;

/// <summary>A room that asks or tells somebody in places of its own, and has to know when one of them is gone or is back.</summary>
internal interface IConversationWatch
{
    /// <summary>Called in a job of its own; what it changes is saved with the job's end. It may be called again about the same.</summary>
    Task GoneAsync(Conversation place, CancellationToken ct);

    /// <summary>The same for a place that was gone.</summary>
    Task BackAsync(Conversation place, CancellationToken ct);
}

/// <summary>A place is gone, or back.</summary>
internal sealed record ConversationChanged(string ChannelId, string Id) : IPayload<ConversationChanged>
{
    public static string Kind => "conversation-changed";

    [JsonIgnore]
    public string Purpose => Say.It("see to what waits in a conversation that is gone, or back");

    public static ConversationChanged Of(Conversation place) => new(place.ChannelId, place.Id);

    public static ConversationChanged Read(string stored) =>
        JsonSerializer.Deserialize(stored, ConversationChangedJsonContext.Default.ConversationChanged) ?? throw new JsonException();

    public string Write() => JsonSerializer.Serialize(this, ConversationChangedJsonContext.Default.ConversationChanged);
}

/// <summary>Tells the rooms that a place is gone, or back: as it is by now.</summary>
internal sealed class ConversationChangedJob(AddressBook book, IEnumerable<IConversationWatch> watches) : IJobHandler<ConversationChanged>
{
    public async Task<JobResult> RunAsync(ConversationChanged payload, Job job, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(payload.ChannelId, payload.Id, cancellationToken) is not { } place)
            return JobResult.Done;
        foreach (var watch in watches)
            await (place.GoneSince is null ? watch.BackAsync(place, cancellationToken) : watch.GoneAsync(place, cancellationToken));
        return JobResult.Done;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ConversationChanged))]
internal sealed partial class ConversationChangedJsonContext : JsonSerializerContext;
