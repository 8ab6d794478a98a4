#pragma warning disable
namespace TrunkBot.Diagnostics {
 internal static class R { public static WebApplicationBuilder AddDiagnostics(this WebApplicationBuilder a) => a; public static void MapHealth(this WebApplication a) { a.MapGet("/health/live", () => "ok"); } }
}
