namespace TrunkBot.VideoSdk;

/// <summary>What is said about VideoSDK and its answers.</summary>
internal static class VideoSdkTexts
{
    public const string HeldUp = "TrunkBot was held up just before it sent the request, so VideoSDK has received nothing.";

    public const string NoTrunkId = "VideoSDK accepted the request, but its answer has no readable trunk id.";

    /// <summary>In place of words of VideoSDK that must not be shown.</summary>
    public const string WordsLeftOut = "its words repeated a secret, so they aren't shown";

    public const string BrokeOff = "VideoSDK received the request, and the connection broke before its answer came.";

    public const string NoAnswerInTime = "VideoSDK received the request and didn't answer in time.";

    public static string AnsweredWithoutSaying(int status) => $"VideoSDK answered {status}, which doesn't say whether the trunk was created.";

    public static string NoTrunkIn(string host) => $"{host} answered, but not with a trunk.";

    public static string NameNotFound(string host) => $"{host} can't be found.";

    public static string NotReached(string host) => $"{host} can't be reached.";

    public static string NotSecure(string host) => $"A secure connection to {host} failed: its certificate or TLS settings weren't accepted.";

    public static string ProxyRefused(string host) => $"The proxy didn't connect to {host}.";

    public static string ConnectionBroke(string host) => $"The connection to {host} broke.";

    public static string Silent(string host) => $"{host} didn't answer in time.";

    /// <summary>What is wrong, where VideoSDK refuses TrunkBot and not the request; for everybody.</summary>
    public static string Fault(int status) => status switch
    {
        401 => "VideoSDK doesn't accept TrunkBot's key.",
        402 => "TrunkBot's VideoSDK plan or billing doesn't cover this.",
        403 => "TrunkBot's VideoSDK key isn't allowed to create trunks.",
        _ => "VideoSDK doesn't know the address that TrunkBot uses.",
    };

    /// <summary>What to do about it, for whoever runs TrunkBot.</summary>
    public static string ForOperators(int status) => status switch
    {
        401 => "Check VideoSdk:ApiKey, VideoSdk:Secret and VideoSdk:AuthorizationScheme.",
        402 => "Check the plan and billing of the VideoSDK account.",
        403 => "Give the key of VideoSdk:ApiKey permission for SIP trunks in VideoSDK's dashboard.",
        _ => "Check VideoSdk:BaseUrl.",
    };

    /// <summary>A field of VideoSDK's API, as people here call it.</summary>
    public static string Called(string field) => field == "domain" ? "host" : field;

    /// <summary>What to do about a refusal, and who can.</summary>
    public static string Remedy(int status, IReadOnlyList<string> fields) => status switch
    {
        400 or 422 when fields.Count == 1 => $"Change the {Called(fields[0])} and ask again.",
        400 or 422 when fields.Count > 0 => $"Change these and ask again: {string.Join(", ", fields.Select(Called))}.",
        400 or 422 => "Change what VideoSDK names and ask again.",
        401 or 402 or 403 or 404 => $"{Fault(status)} Your administrators can fix that.",
        409 => "VideoSDK already has something like it. Check whether the trunk is there, or ask again with another name.",
        429 or 503 => "VideoSDK is busy. TrunkBot will try again.",
        _ => "Ask the people who run TrunkBot to look into it.",
    };
}
