using TrunkBot.Chat;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Operations.Checking;
using TrunkBot.Operations.Status;

namespace TrunkBot.Operations;

internal static class OperationsRegistration
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<StuckWork>();
        app.Services.AddScoped<StuckWorkDesk>();
        app.Services.AddScoped<AdminPost>();
        app.Services.AddScoped<IStanding, WorkStanding>();
        app.Services.AddScoped<PersonalChats>();
        app.AddJob<TellPerson, TellPersonJob>();
        app.Services.AddScoped<IStatusPart, ProgramStatus>();
        app.Services.AddScoped<IStatusPart, WorkStatus>();
        app.Services.AddSingleton<IOutsideCheck, LoginCheck>();
        app.Services.AddSingleton<IOutsideCheck, SignInCheck>();
        app.Services.AddSingleton<IOutsideCheck, EndpointCheck>();
        app.Services.AddSingleton<IOutsideCheck, VideoSdkCheck>();
        app.AddCommand<JobsCommand>();
        app.AddCommand<StatusCommand>();
        app.AddCardAction<RetryWorkAction>();
        return app;
    }
}
