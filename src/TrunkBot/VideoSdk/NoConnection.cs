namespace TrunkBot.VideoSdk;

/// <summary>Why there was no answer, in a sentence that names the host and nothing else.</summary>
internal static class NoConnection
{
    public static string Reason(string host, Exception broken) => broken switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => VideoSdkTexts.NameNotFound(host),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => VideoSdkTexts.NotReached(host),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => VideoSdkTexts.NotSecure(host),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => VideoSdkTexts.ProxyRefused(host),
        HttpRequestException => VideoSdkTexts.ConnectionBroke(host),
        _ => VideoSdkTexts.Silent(host),
    };
}
