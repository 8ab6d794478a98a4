using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox;

/// <summary>An outgoing activity as a job's payload.</summary>
internal sealed record SendActivity(
    ConnectorOperation Operation, DeliveryPromise Promise, ConversationReference Reference, Activity Activity)
{
    public const string Kind = "send-activity";

    /// <summary>Whose conversation it is, as a role's tenant is written; null where the channel does not say.</summary>
    public static string? TenantOf(OutgoingActivity outgoing) =>
        Guid.TryParse(outgoing.Reference.Conversation.TenantId, out var tenant) ? tenant.ToString() : null;

    public static string Write(OutgoingActivity outgoing) => JsonSerializer.Serialize(
        new SendActivity(outgoing.Operation, outgoing.Promise, outgoing.Reference, outgoing.Activity),
        SendActivityJsonContext.Default.SendActivity);

    public static OutgoingActivity Read(Job job)
    {
        var stored = JsonSerializer.Deserialize(job.Payload, SendActivityJsonContext.Default.SendActivity)!;
        return new OutgoingActivity(job.Id, stored.Operation, stored.Reference, stored.Activity, stored.Promise);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendActivity))]
internal sealed partial class SendActivityJsonContext : JsonSerializerContext;
