using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>What a peer answered to one request.</summary>
internal sealed record Reply(int Status, string Handlers, string Body);

/// <summary>What a peer made of one input: its answers, and what it asked of the connector meanwhile.</summary>
internal sealed record Observation(IReadOnlyList<Reply> Replies, IReadOnlyList<ConnectorRequest> Calls)
{
    private static readonly string[] Transport = ["host", "content-length", "connection", "x-ms-client-request-id"];

    /// <summary>Every aspect that the input's group is about, by name.</summary>
    public SortedDictionary<string, string> Aspects(Input input, Place place)
    {
        var aspects = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var group = input.Name[..input.Name.IndexOf('/')];
        for (var turn = 0; turn < Replies.Count; turn++)
            Add(aspects, $"turn {turn}", Replies[turn], group, place);
        if (group is "connector" or "replies" or "expectReplies" or "handlers" or "invokes")
            aspects["calls"] = string.Join("; ", Calls.Select(call => place.Blank(Uri.UnescapeDataString($"{call.Method} {call.RawTarget[place.Root.Length..]}"))));
        if (group is "replies")
            AddSent(aspects, place, _ => true);
        if (group is "dialogs" or "state")
            AddSent(aspects, place, path => path == "text" || path.StartsWith("suggestedActions.actions", StringComparison.Ordinal));
        if (group is "headers")
            AddHeaders(aspects, place);
        return aspects;
    }

    private static void Add(SortedDictionary<string, string> aspects, string turn, Reply reply, string group, Place place)
    {
        aspects[$"{turn}: status"] = $"{reply.Status}";
        if (group is "handlers" or "invokes" or "bodies")
            aspects[$"{turn}: handlers"] = reply.Handlers;
        if (group is "details")
            aspects[$"{turn}: detail"] = reply.Body.Length == 0 ? "none" : "a text";
        else if (reply is { Status: < 300, Body.Length: > 0 })
            Flatten(aspects, $"{turn}: body", place.Blank(reply.Body));
    }

    private void AddSent(SortedDictionary<string, string> aspects, Place place, Func<string, bool> wanted)
    {
        for (var i = 0; i < Calls.Count; i++)
        {
            var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
            Flatten(leaves, "", place.Blank(Calls[i].Body));
            foreach (var (path, value) in leaves.Where(leaf => wanted(leaf.Key.TrimStart('.'))))
                aspects[$"call {i}: {path.TrimStart('.')}"] = value;
        }
    }

    private void AddHeaders(SortedDictionary<string, string> aspects, Place place)
    {
        foreach (var (name, value) in Calls.SelectMany(call => call.Headers).Where(header => !Transport.Contains(header.Key)))
            aspects[$"header {name}"] = name == "authorization" ? value.Split(' ')[0] : place.Blank(value.Trim());
    }

    private static void Flatten(SortedDictionary<string, string> leaves, string path, string text)
    {
        if (text.Length == 0)
            return;
        try
        {
            Flatten(leaves, path, JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            leaves[path] = text;
        }
    }

    private static void Flatten(SortedDictionary<string, string> leaves, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach (var (name, value) in members)
                    Flatten(leaves, $"{path}.{name}", value);
                break;
            case JsonArray { Count: > 0 } items:
                for (var i = 0; i < items.Count; i++)
                    Flatten(leaves, $"{path}[{i}]", items[i]);
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                leaves[path] = JsonValue.Create(number.GetValue<double>()).ToJsonString();
                break;
            default:
                leaves[path] = node is JsonValue leaf && leaf.TryGetValue<string>(out var word) ? word : node?.ToJsonString() ?? "null";
                break;
        }
    }
}

/// <summary>One aspect in which two peers differ; what a peer does not have is <c>-</c>.</summary>
internal sealed record Difference(string Input, string Aspect, string Theirs, string Ours)
{
    private const string Nothing = "-";

    public static IEnumerable<Difference> Between(Input input, (Place Place, Observation Seen) theirs, (Place Place, Observation Seen) ours)
    {
        var (left, right) = (theirs.Seen.Aspects(input, theirs.Place), ours.Seen.Aspects(input, ours.Place));
        foreach (var aspect in left.Keys.Union(right.Keys).Order(StringComparer.Ordinal))
        {
            var (their, our) = (Short(left.GetValueOrDefault(aspect)), Short(right.GetValueOrDefault(aspect)));
            if (their != our)
                yield return new(input.Name, aspect, their, our);
        }
    }

    private static string Short(string? value) => value is null or "" ? Nothing : value.ReplaceLineEndings(" ").Replace('|', '/');

    public override string ToString() => $"{Input} | {Aspect} | {Theirs} | {Ours}";
}
