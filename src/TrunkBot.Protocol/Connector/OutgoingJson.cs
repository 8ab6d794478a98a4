using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Connector;

/// <summary>Writes activities without what only a channel may write: id, timestamp and serviceUrl (A2031, A2041).</summary>
internal static class OutgoingJson
{
    private static readonly string[] ChannelsOwn = ["id", "timestamp", "serviceUrl"];

    private static readonly IJsonTypeInfoResolver Resolver =
        ProtocolJsonContext.Default.WithAddedModifier(WithoutChannelsOwn);

    private static readonly JsonSerializerOptions Options = new(ProtocolJsonContext.Default.Options)
    {
        TypeInfoResolver = Resolver,
        // Relaxed is for what is never put into a web page; it keeps letters of all scripts at their own length.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonTypeInfo<Activity> Activity { get; } = (JsonTypeInfo<Activity>)Options.GetTypeInfo(typeof(Activity));

    public static JsonTypeInfo<ConversationParameters> ConversationParameters { get; } =
        (JsonTypeInfo<ConversationParameters>)Options.GetTypeInfo(typeof(ConversationParameters));

    private static void WithoutChannelsOwn(JsonTypeInfo type)
    {
        if (type.Type != typeof(Activity))
            return;
        foreach (var property in type.Properties.Where(p => ChannelsOwn.Contains(p.Name)).ToArray())
            type.Properties.Remove(property);
    }
}
