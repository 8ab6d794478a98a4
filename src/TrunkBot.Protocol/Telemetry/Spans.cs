using System.Diagnostics;

namespace TrunkBot.Protocol.Telemetry;

/// <summary>The library's spans. Where nobody listens none is made.</summary>
internal static class Spans
{
    private static readonly ActivitySource s_source = new(ProtocolTelemetry.Name);

    /// <summary>From an activity that came to its answer. Its name becomes better when the turn is over.</summary>
    public static Activity? Turn(Schema.Activity activity)
    {
        var span = s_source.StartActivity("process turn", ActivityKind.Consumer);
        span?.SetTag("messaging.system", activity.ChannelId);
        span?.SetTag("messaging.operation.type", "process");
        return span;
    }

    public static void Ended(Activity? span, RunningTurn turn)
    {
        if (span is null)
            return;
        span.DisplayName = $"process {turn.Operation ?? turn.Type}";
        span.SetTag("trunkbot.activity.type", turn.Type);
        span.SetTag("messaging.operation.name", turn.Operation ?? turn.Type);
        span.SetTag("trunkbot.outcome", turn.Outcome);
        if (turn.Error is { } error)
            Failed(span, error);
        span.Dispose();
    }

    public static Activity? Step(string dialogId, int index)
    {
        var span = s_source.StartActivity("step");
        if (span is null)
            return null;
        span.DisplayName = $"step {dialogId}";
        span.SetTag("trunkbot.dialog.step", index);
        return span;
    }

    public static Activity? Send(string operation)
    {
        var span = s_source.StartActivity(operation, ActivityKind.Producer);
        span?.SetTag("messaging.operation.name", operation);
        span?.SetTag("messaging.operation.type", "send");
        return span;
    }

    public static void Failed(Activity? span, string error)
    {
        span?.SetTag("error.type", error);
        span?.SetStatus(ActivityStatusCode.Error);
    }
}
