namespace TrunkBot.VideoSdk;

/// <summary>Why there was no answer, in a sentence that names the host and nothing else.</summary>
internal static class NoConnection
{
    public static string Reason(string host, Exception broken) => broken switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"The name {host} could not be resolved.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{host} could not be reached.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"No secure connection to {host} could be made: its certificate or its TLS settings were not accepted.",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"The proxy did not connect to {host}.",
        HttpRequestException => $"The connection to {host} broke.",
        _ => $"{host} did not answer in time.",
    };
}
