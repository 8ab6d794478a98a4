namespace TrunkBot.Audit;

internal static class AuditRegistration
{
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<AuditTrail>();
        return app;
    }
}
