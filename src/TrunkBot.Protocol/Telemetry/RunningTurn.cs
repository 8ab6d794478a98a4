using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Telemetry;

/// <summary>A turn while it runs: what is measured of it when it ends.</summary>
internal sealed class RunningTurn(Activity activity, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>What the channel delivered; it may name whatever it likes, so a strange one has no name here.</summary>
    public string Type { get; } = Known(activity.Type);

    /// <summary>See <see cref="ITurnContext.Operation"/>.</summary>
    public string? Operation { get; set; }

    public string Outcome { get; private set; } = "answered";

    public string? Error { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>The channel delivered it before, and is answered as it was then.</summary>
    public void WasSeen() => Outcome = "redelivered";

    public void Failed(Exception problem)
    {
        (Outcome, Error) = ("failed", problem.GetType().FullName);
    }

    private static string Known(string? type) => type
        is ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction
        or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate or ActivityTypes.Invoke or ActivityTypes.Event
        or ActivityTypes.Typing or ActivityTypes.EndOfConversation
        ? type
        : "other";
}
