using System.Net.Mime;
using Microsoft.Extensions.Options;
using TrunkBot.Secrets.OneTimePage;

namespace TrunkBot.Trunks.Searching;

/// <summary><c>GET /r/…</c> in a browser, where nobody knows who looks: the same page for every number, whether there is such a request or not.</summary>
internal static class RequestLinkPage
{
    public static void MapRequestLinks(this IEndpointRouteBuilder app) => app.MapGet(RequestLink.Path + "{id}", GetAsync);

    private static async Task GetAsync(HttpContext http, IOptions<OneTimePageOptions> page)
    {
        if (!page.Value.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        OneTimeHeaders.Write(http.Response.Headers);
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await http.Response.WriteAsync(OneTimePage.Note(SearchTexts.InTeams, SearchTexts.HowToOpen), http.RequestAborted);
    }
}
