using TrunkBot.Languages;

namespace TrunkBot.VideoSdk;

/// <summary>What is said about VideoSDK and its answers.</summary>
internal static class VideoSdkTexts
{
    public static string HeldUp => Say.It("TrunkBot was held up just before it sent the request, so VideoSDK has received nothing.");

    public static string NoTrunkId => Say.It("VideoSDK accepted the request, but its answer has no readable trunk id.");

    /// <summary>In place of words of VideoSDK that must not be shown.</summary>
    public static string WordsLeftOut => Say.It("its words repeated a secret, so they aren't shown");

    public static string BrokeOff => Say.It("VideoSDK received the request, and the connection broke before its answer came.");

    public static string NoAnswerInTime => Say.It("VideoSDK received the request and didn't answer in time.");

    public static string AnsweredWithoutSaying(int status) => Say.It($"VideoSDK answered {status}, which doesn't say whether the trunk was created.");

    public static string NoTrunkIn(string host) => Say.It($"{host} answered, but not with a trunk.");

    public static string NameNotFound(string host) => Say.It($"{host} can't be found.");

    public static string NotReached(string host) => Say.It($"{host} can't be reached.");

    public static string NotSecure(string host) => Say.It($"A secure connection to {host} failed: its certificate or TLS settings weren't accepted.");

    public static string ProxyRefused(string host) => Say.It($"The proxy didn't connect to {host}.");

    public static string ConnectionBroke(string host) => Say.It($"The connection to {host} broke.");

    public static string Silent(string host) => Say.It($"{host} didn't answer in time.");

    /// <summary>What is wrong, where VideoSDK refuses TrunkBot and not the request; for everybody.</summary>
    public static string Fault(int status) => status switch
    {
        401 => Say.It("VideoSDK doesn't accept TrunkBot's key."),
        402 => Say.It("TrunkBot's VideoSDK plan or billing doesn't cover this."),
        403 => Say.It("TrunkBot's VideoSDK key isn't allowed to create trunks."),
        _ => Say.It("VideoSDK doesn't know the address that TrunkBot uses."),
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
    public static string Called(string field) => field == "domain" ? Say.It("host") : field;

    /// <summary>What to do about a refusal, and who can.</summary>
    public static string Remedy(int status, IReadOnlyList<string> fields) => status switch
    {
        400 or 422 when fields.Count == 1 => Say.It($"Change the {Called(fields[0])} and ask again."),
        400 or 422 when fields.Count > 0 => Say.It($"Change these and ask again: {string.Join(", ", fields.Select(Called))}."),
        400 or 422 => Say.It("Change what VideoSDK names and ask again."),
        401 or 402 or 403 or 404 => Say.It($"{Fault(status)} Your administrators can fix that."),
        409 => Say.It("VideoSDK already has something like it. Check whether the trunk is there, or ask again with another name."),
        429 or 503 => Say.It("VideoSDK is busy. TrunkBot will try again."),
        _ => Say.It("Ask the people who run TrunkBot to look into it."),
    };
}
