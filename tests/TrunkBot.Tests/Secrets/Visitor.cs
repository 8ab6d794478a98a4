using System.Net;
using System.Text.RegularExpressions;

namespace TrunkBot.Tests.Secrets;

/// <summary>A browser, as far as a page without scripts needs one: it keeps cookies and sends forms.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false });
    private string _form = "";

    public async Task<Page> OpensAsync(Uri address) => await ReadAsync(await _http.GetAsync(address));

    public Task<Page> EntersAsync(Uri address, string password) => SendsAsync(address, ("do", "keep"), ("password", password));

    public Task<Page> GeneratesAsync(Uri address) => SendsAsync(address, ("do", "generate"));

    public void Dispose() => _http.Dispose();

    private async Task<Page> SendsAsync(Uri address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Append(("form", _form)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await ReadAsync(await _http.PostAsync(address, form));
    }

    private async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            if (FormToken().Match(html) is { Success: true } found)
                _form = WebUtility.HtmlDecode(found.Groups[1].Value);
            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new Page(answer.StatusCode, html, headers);
        }
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

/// <summary>What a browser was answered.</summary>
internal sealed partial record Page(HttpStatusCode Status, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What is read on it.</summary>
    public string Words => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Style().Replace(Html, ""), " ")), " ");

    /// <summary>The password that was made here.</summary>
    public string Generated => Made().Match(Html).Groups[1].Value;

    [GeneratedRegex("<style>.*</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("class=\"made\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Made();
}
