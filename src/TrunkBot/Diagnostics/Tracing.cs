using System.Diagnostics;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Diagnostics;

/// <summary>
/// Spans of the bot, and what ties those of one request together: a message, its approvals, the create and the summary are hours and processes
/// apart, so each is a trace of its own that has a link to the message with which the request began.
/// </summary>
internal static class Tracing
{
    public static readonly ActivitySource Source = new(Telemetry.Name);

    private const string Asked = "trunkbot.asked";

    /// <summary>
    /// Names the message that has brought about what happens now, as W3C's <c>traceparent</c>, to be stored with what follows from it; null, and
    /// nothing is made, where nobody records.
    /// </summary>
    public static string? Cause => Activity.Current is { Recorded: true } current ? AskedOf(current) ?? RootOf(current).Id : null;

    /// <summary>The turn or job that runs now is about what this message asked for.</summary>
    public static void Follow(string? cause)
    {
        if (cause is null || Activity.Current is not { Recorded: true } current || !ActivityContext.TryParse(cause, null, isRemote: true, out var asked))
            return;
        var root = RootOf(current);
        if (root.TraceId == asked.TraceId || AskedOf(root) is not null)
            return;
        root.SetCustomProperty(Asked, cause);
        root.AddLink(new ActivityLink(asked));
    }

    /// <summary>A span of its own that has the link as well: what leaves for somebody else, and is looked for by itself.</summary>
    public static Activity? StartLinked(string name, ActivityKind kind)
    {
        var span = Source.StartActivity(name, kind);
        if (span?.Recorded == true && AskedOf(span) is { } cause && ActivityContext.TryParse(cause, null, isRemote: true, out var asked))
            span.AddLink(new ActivityLink(asked));
        return span;
    }

    /// <summary>How it ended, where it ended badly.</summary>
    public static void Failed(this Activity span, string error)
    {
        span.SetTag("error.type", error);
        span.SetStatus(ActivityStatusCode.Error);
    }

    private static string? AskedOf(Activity? span)
    {
        for (; span is not null; span = span.Parent)
            if (span.GetCustomProperty(Asked) is string cause)
                return cause;
        return null;
    }

    // The turn or job, however deep in it somebody is.
    private static Activity RootOf(Activity span)
    {
        while (span.Parent is { } parent && parent.Source.Name is Telemetry.Name or ProtocolTelemetry.Name)
            span = parent;
        return span;
    }
}
