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

    public static string NameNotFound(string host) => $"The name {host} could not be resolved.";

    public static string NotReached(string host) => $"{host} could not be reached.";

    public static string NotSecure(string host) => $"No secure connection to {host} could be made: its certificate or its TLS settings were not accepted.";

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

    /// <summary>What to do about a refusal, and who can.</summary>
    public static string Remedy(int status, IReadOnlyList<string> fields) => status switch
    {
        400 or 422 when fields.Count > 0 => $"Change the {string.Join(" and the ", fields)}, and ask again.",
        400 or 422 => "Check the trunk's fields, change what VideoSDK names, and ask again.",
        401 or 402 or 403 or 404 => $"{Fault(status)} Your administrators can mend that.",
        409 => "VideoSDK already has something like it. Look whether the trunk is there, or ask again with another name.",
        429 or 503 => "VideoSDK is busy. TrunkBot tries again by itself.",
        _ => "Ask the people who run TrunkBot to look into it.",
    };
}
