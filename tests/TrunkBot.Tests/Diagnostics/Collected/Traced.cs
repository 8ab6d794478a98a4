namespace TrunkBot.Tests.Diagnostics.Collected;

/// <summary>A span as a collector gets it: opentelemetry/proto/trace/v1/trace.proto.</summary>
/// <param name="Process">The host that the process was given as a name.</param>
/// <param name="Source">Who made it.</param>
/// <param name="TraceId">Its trace.</param>
/// <param name="Id">Itself.</param>
/// <param name="ParentId">The span in which it happened; empty for none.</param>
/// <param name="Name">What happened.</param>
/// <param name="Start">When, in nanoseconds.</param>
/// <param name="Tags">More of it.</param>
/// <param name="Links">The spans that it refers to.</param>
internal sealed record Traced(
    string Process, string Source, string TraceId, string Id, string ParentId, string Name, ulong Start, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<string> Links)
{
    /// <summary>Every span of a request.</summary>
    public static IEnumerable<Traced> Of(ProtoMessage request) =>
        from resource in request.Messages(1)
        let process = Otlp.Attributes(resource.Message(1)!, 1).GetValueOrDefault("host.name", "")
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new Traced(
            process, scope.Message(1)!.Text(1), span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Number(7), Otlp.Attributes(span, 9),
            [.. span.Messages(13).Select(link => link.Hex(2))]);
}
