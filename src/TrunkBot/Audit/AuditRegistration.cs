using TrunkBot.Storage;

namespace TrunkBot.Audit;

internal static class AuditRegistration
{
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<AuditTrail>();
        app.Services.AddSingleton<AuditKey>();
        app.Services.AddSingleton<IBeforeSave, AuditChains>();
        return app;
    }
}
