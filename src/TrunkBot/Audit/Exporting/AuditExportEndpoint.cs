using System.Net.Mime;
using TrunkBot.Secrets.OneTimePage;

namespace TrunkBot.Audit.Exporting;

/// <summary><c>GET</c> and <c>POST /audit/…</c>: whoever looks ahead at links, as chats do, uses nothing up.</summary>
internal static class AuditExportEndpoint
{
    public static void MapAuditExport(this IEndpointRouteBuilder app)
    {
        app.MapGet(AuditExport.Path + "{token}", GetAsync);
        app.MapPost(AuditExport.Path + "{token}", PostAsync);
    }

    private static async Task GetAsync(HttpContext http, string token, AuditExport export) =>
        await ShowAsync(http, await export.IsOpenAsync(token, http.RequestAborted));

    private static async Task PostAsync(HttpContext http, string token, AuditExport export)
    {
        if (await export.TakeAsync(token, http.RequestAborted) is not { } link)
        {
            await ShowAsync(http, isOpen: false);
            return;
        }

        OneTimeHeaders.Write(http.Response.Headers);
        http.Response.ContentType = AuditExport.MediaType + "; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{AuditExport.FileName}\"";
        await export.WriteAsync(link, http.Response.Body, http.RequestAborted);
    }

    private static async Task ShowAsync(HttpContext http, bool isOpen)
    {
        using var language = OneTimeHeaders.LanguageOf(http.Request).Speak();
        OneTimeHeaders.Write(http.Response.Headers);
        http.Response.StatusCode = isOpen ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await http.Response.WriteAsync(isOpen ? Open : Gone, http.RequestAborted);
    }

    private static string Open => OneTimePage.Frame(AuditTexts.PageTitle, $"""
        <h1>{AuditTexts.PageTitle}</h1>
        <p class="lead">{AuditTexts.Page}</p>
        <form method="post"><button>{AuditTexts.Download}</button></form>
        """);

    private static string Gone => OneTimePage.Note(OneTimeTexts.Dead, AuditTexts.WhyDead);
}
