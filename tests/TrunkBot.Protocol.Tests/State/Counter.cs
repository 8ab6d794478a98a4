using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Tests.State;

internal sealed class Counter
{
    public int Value { get; set; }
}

internal sealed class Named
{
    public int Value { get; set; }

    public string? Name { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Counter))]
[JsonSerializable(typeof(Named))]
internal sealed partial class CounterJson : JsonSerializerContext;
