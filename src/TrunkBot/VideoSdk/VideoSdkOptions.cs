using TrunkBot.Secrets;

namespace TrunkBot.VideoSdk;

/// <summary>Section <c>VideoSdk</c>: where trunks are made, and with which account.</summary>
internal sealed class VideoSdkOptions
{
    public const string Section = "VideoSdk";

    /// <summary>Where VideoSDK's API lives; https, or http on this machine.</summary>
    public string BaseUrl { get; set; } = "https://api.videosdk.live";

    /// <summary>The account's API key, from VideoSDK's dashboard.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>The account's secret, from the same page; it signs TrunkBot's tokens.</summary>
    public Secret? Secret { get; set; }

    /// <summary>What stands before the token in the Authorization header: nothing (the default) or <c>Bearer</c>.</summary>
    public string AuthorizationScheme { get; set; } = "";

    /// <summary>How long an answer is waited for; a <see cref="TimeSpan"/>, default 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
