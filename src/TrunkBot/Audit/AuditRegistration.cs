using TrunkBot.Audit.Exporting;
using TrunkBot.Audit.Retention;
using TrunkBot.Audit.Verifying;
using TrunkBot.Chat;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

internal static class AuditRegistration
{
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder app)
    {
        app.Services.AddOptions<AuditOptions>().BindConfiguration("Audit").ValidateDataAnnotations().ValidateOnStart();
        app.Services.AddScoped<AuditTrail>();
        app.Services.AddScoped<AuditChainCheck>();
        app.Services.AddScoped<CheckpointCheck>();
        app.Services.AddScoped<AuditVerifier>();
        app.Services.AddScoped<AuditPages>();
        app.Services.AddScoped<AuditExport>();
        app.AddCommand<AuditCommand>();
        app.AddCardAction<AuditPageAction>();
        app.Services.AddSingleton<AuditRemoval>();
        app.Services.AddScoped<IHousekeeping, AuditRetention>();
        app.AddRecurringJob<MakeAuditCheckpoint, AuditCheckpointJob>(AuditCheckpointJob.JobId);
        app.Services.AddSingleton<AuditKey>();
        app.Services.AddSingleton<IBeforeSave, AuditChains>();
        return app;
    }
}
