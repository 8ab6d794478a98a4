using TrunkBot.Chat;
using TrunkBot.Jobs;

namespace TrunkBot.Operations;

internal static class OperationsRegistration
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<StuckWork>();
        app.Services.AddScoped<StuckWorkDesk>();
        app.Services.AddScoped<AdminPost>();
        app.AddJob<TellPersonJob>();
        app.AddCommand<JobsCommand>();
        app.AddCardAction<RetryWorkAction>();
        return app;
    }
}
