using TrunkBot.Languages;

namespace TrunkBot.VideoSdk;

/// <summary>How one attempt to create a trunk ended: exactly one of the records below.</summary>
internal abstract record CreateOutcome
{
    private protected CreateOutcome()
    {
    }
}

/// <summary>The trunk exists.</summary>
internal sealed record Created(SipTrunk Trunk) : CreateOutcome;

/// <summary>VideoSDK has received nothing: the trunk does not exist, and sending again is safe.</summary>
internal sealed record NothingSent(Noted Reason) : CreateOutcome;

/// <summary>VideoSDK refused because of its load: the trunk does not exist, and sending again later is safe.</summary>
internal sealed record RefusedForNow(VideoSdkProblem Problem, TimeSpan? RetryAfter) : CreateOutcome;

/// <summary>VideoSDK refused: the trunk does not exist, and the same request would be refused again.</summary>
internal sealed record RefusedForGood(VideoSdkProblem Problem) : CreateOutcome;

/// <summary>VideoSDK refused TrunkBot, whatever it asks for: the trunk does not exist, and whoever runs TrunkBot has to mend its key, plan or address first.</summary>
internal sealed record RefusedUntilMended(VideoSdkProblem Problem) : CreateOutcome;

/// <summary>Nobody knows whether the trunk exists: never send again without a person's word. <c>Problem</c> is what VideoSDK answered, if it did.</summary>
internal sealed record Unknown(Noted Reason, VideoSdkProblem? Problem = null) : CreateOutcome;
