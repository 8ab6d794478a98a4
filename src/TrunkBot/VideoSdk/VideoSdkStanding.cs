namespace TrunkBot.VideoSdk;

/// <summary>How VideoSDK is doing, as far as one harmless call tells.</summary>
/// <param name="Problem">What is wrong, for everybody; null where nothing is.</param>
/// <param name="Refusal">Set where it answers and does not accept TrunkBot.</param>
internal sealed record VideoSdkStanding(string? Problem, VideoSdkRefusal? Refusal);

/// <summary>VideoSDK refuses TrunkBot itself, not a request.</summary>
internal sealed record VideoSdkRefusal(int Status)
{
    public string Fault => VideoSdkTexts.Fault(Status);

    /// <summary>What to do about it, for whoever runs TrunkBot.</summary>
    public string ForOperators => VideoSdkTexts.ForOperators(Status);
}
