using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary><c>GET</c> and <c>POST /secret/…</c>: looking consumes nothing, sending consumes the link.</summary>
internal sealed class OneTimeEndpoint(OneTimeDesk desk, IAntiforgery antiforgery, IOptions<OneTimePageOptions> page)
{
    private const int LongestForm = 16 * 1024;

    public async Task GetAsync(HttpContext http, string token)
    {
        using var language = OneTimeHeaders.LanguageOf(http.Request).Speak();
        if (!Prepare(http))
            return;
        await ShowAsync(http, await desk.LookAsync(token, http.RequestAborted));
    }

    public async Task PostAsync(HttpContext http, string token)
    {
        using var language = OneTimeHeaders.LanguageOf(http.Request).Speak();
        if (!Prepare(http))
            return;
        var (form, problem) = await SentForm.ReadAsync(http.Request);
        if (form is null || !await antiforgery.IsRequestValidAsync(http))
        {
            await ShowAsync(http, form is null ? new PageUnread(problem) : new PageForeign());
            return;
        }

        // Once begun it is finished, even if the browser has gone away: half of it would be worse.
        await ShowAsync(http, form[OneTimePage.Do] == OneTimePage.Generate
            ? await desk.GenerateAsync(token, CancellationToken.None)
            : await desk.EnterAsync(token, new Secret(form[OneTimePage.Password].ToString()), CancellationToken.None));
    }

    private bool Prepare(HttpContext http)
    {
        if (!page.Value.IsOn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        // TLS may end at a proxy: what counts is how the browser came.
        http.Request.Scheme = page.Value.Address.Scheme;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LongestForm;
        return true;
    }

    private async Task ShowAsync(HttpContext http, PageState state)
    {
        var form = state is PageAsks ? antiforgery.GetAndStoreTokens(http) : null;
        OneTimeHeaders.Write(http.Response.Headers);
        http.Response.StatusCode = state switch
        {
            PageAsks { Flaws.Count: > 0 } => StatusCodes.Status422UnprocessableEntity,
            PageGone => StatusCodes.Status404NotFound,
            PageUnread unread => unread.Status,
            PageForeign => StatusCodes.Status400BadRequest,
            PageBusy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await http.Response.WriteAsync(OneTimePage.Of(state, form), http.RequestAborted);
    }
}
