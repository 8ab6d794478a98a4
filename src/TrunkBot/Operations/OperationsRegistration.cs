using TrunkBot.Chat;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;

namespace TrunkBot.Operations;

internal static class OperationsRegistration
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<StuckWork>();
        app.Services.AddScoped<StuckWorkDesk>();
        app.Services.AddScoped<AdminPost>();
        app.Services.AddScoped<IStanding, WorkStanding>();
        app.Services.AddScoped<IStanding, WorkStanding>();
        app.AddJob<TellPersonJob>();
        app.AddCommand<JobsCommand>();
        app.AddCardAction<RetryWorkAction>();
        return app;
    }
}
