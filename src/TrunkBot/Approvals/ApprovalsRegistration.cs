using TrunkBot.Chat;
using TrunkBot.Jobs;

namespace TrunkBot.Approvals;

internal static class ApprovalsRegistration
{
    public static WebApplicationBuilder AddApprovals(this WebApplicationBuilder app)
    {
        app.Services.AddOptions<ApprovalOptions>().BindConfiguration("Approvals").ValidateDataAnnotations().ValidateOnStart();
        app.Services.AddScoped<RoomBook>();
        app.Services.AddScoped<ApprovalDesk>();
        app.AddCommand<ApproveCommand>();
        app.AddCommand<RejectCommand>();
        app.AddCommand<ApprovalsHereCommand>();
        app.AddCardAction<ApproveAction>();
        app.AddCardAction<RejectAction>();
        app.AddJob<ShowApprovalJob>();
        app.AddJob<ExpireApprovalJob>();
        return app;
    }
}
