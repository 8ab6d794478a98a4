using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>Something is to be sent.</summary>
internal sealed record SendActivity(
    ConnectorOperation Operation, DeliveryPromise Promise, ConversationReference Reference, Activity Activity) : IPayload<SendActivity>
{
    public static string Kind => "send-activity";

    public static bool MayBeDismissed => true;

    [JsonIgnore]
    public string Purpose => Say.It("send a message");

    public static SendActivity Of(OutgoingActivity outgoing) => new(outgoing.Operation, outgoing.Promise, outgoing.Reference, outgoing.Activity);

    /// <summary>Whose conversation it is, as a role's tenant is written; null where the channel does not say.</summary>
    public static string? TenantOf(ConversationReference reference) =>
        Guid.TryParse(reference.Conversation.TenantId, out var tenant) ? tenant.ToString() : null;

    public static SendActivity Read(string stored) =>
        JsonSerializer.Deserialize(stored, SendActivityJsonContext.Default.SendActivity) ?? throw new JsonException();

    public string Write() => JsonSerializer.Serialize(this, SendActivityJsonContext.Default.SendActivity);

    /// <summary>The call to the connector, which has the name of its job.</summary>
    public OutgoingActivity By(Job job) => new(job.Id, Operation, Reference, Activity, Promise);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SendActivity))]
internal sealed partial class SendActivityJsonContext : JsonSerializerContext;
