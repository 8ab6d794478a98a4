using TrunkBot.Languages;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>What every answer of the one-time page says to the browser: keep nothing, run nothing, tell nobody.</summary>
internal static class OneTimeHeaders
{
    // Microsoft's list for pages inside Teams; anywhere else the page refuses to be framed.
    private const string Teams = "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft https://*.cloud.microsoft";

    private static readonly string s_policy =
        $"default-src 'none'; style-src '{OneTimeStyle.Hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors {Teams}";

    /// <summary>The first language of the browser that is one of ours.</summary>
    public static Language LanguageOf(HttpRequest request) => Language.OfFirst(
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1).Select(accepted => accepted.Value.Value));

    public static void Write(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.Remove("Pragma");
        headers.ContentSecurityPolicy = s_policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }
}
