using System.Diagnostics;
using TrunkBot.Diagnostics;

namespace TrunkBot.Storage;

/// <summary>A commit as a span, by OpenTelemetry's conventions for databases.</summary>
internal static class CommitSpan
{
    public static Activity? Start(IBackEnd backEnd)
    {
        var span = Tracing.Source.StartActivity("COMMIT", ActivityKind.Client);
        span?.SetTag("db.system.name", backEnd.HasOneProcess ? "sqlite" : "postgresql");
        span?.SetTag("db.operation.name", "COMMIT");
        return span;
    }

    /// <summary>How many statements there are in it.</summary>
    public static void Holds(Activity? span, int changes) => span?.SetTag("db.operation.batch.size", changes);

    public static void Ended(Activity? span, string outcome)
    {
        span?.SetTag("trunkbot.outcome", outcome);
        if (outcome == "failed")
            span?.SetStatus(ActivityStatusCode.Error);
    }
}
