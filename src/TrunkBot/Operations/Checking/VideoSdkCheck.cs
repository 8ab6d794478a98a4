using TrunkBot.VideoSdk;

namespace TrunkBot.Operations.Checking;

/// <summary>Does VideoSDK answer, and take the token that TrunkBot makes?</summary>
internal sealed class VideoSdkCheck(VideoSdkClient videoSdk) : IOutsideCheck
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct) => await videoSdk.LookAsync(ct) switch
    {
        { Refusal: { } refusal } => [new NotGood(CheckTexts.And(refusal.Fault, refusal.ForOperators))],
        { Problem: { } problem } => [new NotVerified(CheckTexts.And(problem, CheckTexts.LookAtTheWay))],
        _ => [new Good(CheckTexts.VideoSdkTakesTheToken)],
    };
}
