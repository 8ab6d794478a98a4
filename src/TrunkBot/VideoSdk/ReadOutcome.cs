namespace TrunkBot.VideoSdk;

/// <summary>How reading or replacing a trunk ended: exactly one of the records below.</summary>
internal abstract record ReadOutcome
{
    private protected ReadOutcome()
    {
    }
}

/// <param name="Trunk">What VideoSDK holds now.</param>
/// <param name="PasswordMatches">Whether VideoSDK holds the given password; null where none was given or none came back.</param>
internal sealed record Found(SipTrunk Trunk, bool? PasswordMatches) : ReadOutcome;

/// <summary>VideoSDK has no trunk of this id.</summary>
internal sealed record NotFound : ReadOutcome;

/// <summary>There was no usable answer; a replacement may or may not have been made, and may be sent again.</summary>
/// <param name="Reason">One sentence for people.</param>
/// <param name="Problem">What VideoSDK answered, if it did.</param>
internal sealed record Failed(string Reason, VideoSdkProblem? Problem = null) : ReadOutcome;
