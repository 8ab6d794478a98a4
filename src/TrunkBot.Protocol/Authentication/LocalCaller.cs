using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// Where no token is asked for, anything on this machine can call, and so can every web page that a browser on it shows. A browser says what it
/// sends and for whom, and asks before it sends JSON elsewhere; what it would send without asking is refused.
/// </summary>
/// <remarks>Source: WHATWG Fetch, "CORS-safelisted request-header" and "Origin"; W3C Fetch Metadata.</remarks>
internal static class LocalCaller
{
    /// <summary>The status that refuses the request, with the reason; null when it is taken.</summary>
    public static (int Status, string Reason)? Refuse(HttpRequest request)
    {
        if (!Loopback.IsHost(request.Host.Host.Trim('[', ']')))
            return (StatusCodes.Status403Forbidden, "its Host isn't this machine");
        if (request.Headers.Origin is { Count: > 0 } origins && !origins.All(origin => IsOwn(origin, request)))
            return (StatusCodes.Status403Forbidden, "it comes from a web page");
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } sites && !sites.All(site => site is "same-origin" or "none"))
            return (StatusCodes.Status403Forbidden, "it comes from a web page");
        return IsJson(request.ContentType) ? null : (StatusCodes.Status415UnsupportedMediaType, "its Content-Type isn't application/json in UTF-8");
    }

    private static bool IsOwn(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
        && Uri.Compare(from, here, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
