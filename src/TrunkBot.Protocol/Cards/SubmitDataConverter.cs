using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Cards;

/// <summary>Writes data as texts, and what is for Teams itself as the object <c>{"type": …}</c> that it expects.</summary>
internal sealed class SubmitDataConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    /// <exception cref="NotSupportedException">Cards are written and never read.</exception>
    public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are not read.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            if (name != SubmitAction.TeamsMember)
            {
                writer.WriteString(name, text);
                continue;
            }

            writer.WriteStartObject(name);
            writer.WriteString("type", text);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
