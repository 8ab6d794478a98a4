using System.Text.Json.Serialization.Metadata;

namespace TrunkBot.Protocol.Connector;

/// <summary>One request to the connector, ready to be made as often as needed.</summary>
internal sealed record ConnectorCall(HttpMethod Method, string Address, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>True if a second request does no more than the first.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post;
}

/// <summary>How an answer is read.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">False where the call has done its work even if the answer says nothing.</param>
internal sealed record ConnectorAnswer<T>(JsonTypeInfo<T> Type, bool IsRequired);
