using Microsoft.Extensions.Options;
using TrunkBot.Approvals.Clocks;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Delegating;
using TrunkBot.Approvals.Pushing;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals.Viewing;
using TrunkBot.Chat;
using TrunkBot.Conversations;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Operations.Status;

namespace TrunkBot.Approvals;

internal static class ApprovalsRegistration
{
    public static WebApplicationBuilder AddApprovals(this WebApplicationBuilder app)
    {
        app.Services.AddOptions<ApprovalOptions>().BindConfiguration("Approvals").ValidateDataAnnotations().ValidateOnStart();
        app.Services.AddSingleton<IValidateOptions<ApprovalOptions>, ApprovalOptionsValidator>();
        app.Services.AddSingleton<RoomsInSettings>();
        app.Services.AddScoped<RoomBook>();
        app.Services.AddScoped<RoomDesk>();
        app.Services.AddScoped<OpenQuestions>();
        app.Services.AddScoped<IConversationWatch, RoomWatch>();
        app.Services.AddScoped<ApprovalDesk>();
        app.Services.AddScoped<ApprovalAsking>();
        app.Services.AddScoped<ApprovalNews>();
        app.Services.AddScoped<DecisionDesk>();
        app.Services.AddScoped<ApprovalReaders>();
        app.Services.AddScoped<ApprovalViews>();
        app.Services.AddSingleton<QuorumAdvice>();
        app.Services.AddSingleton<IStartAdvice>(services => services.GetRequiredService<QuorumAdvice>());
        app.Services.AddHostedService(services => services.GetRequiredService<QuorumAdvice>());
        app.Services.AddHostedService<RoomsAtStart>();
        app.Services.AddScoped<IStatusPart, RoomStatus>();
        app.Services.AddScoped<Authority>();
        app.Services.AddScoped<ApprovalPlaces>();
        app.Services.AddScoped<RoomPeople>();
        app.Services.AddScoped<HandoverDesk>();
        app.Services.AddScoped<PushNotice>();
        app.Services.AddScoped<PushDesk>();
        app.AddCommand<ApproveCommand>();
        app.AddCommand<RejectCommand>();
        app.AddCommand<DelegateCommand>();
        app.AddCommand<PushCommand>();
        app.AddCommand<ApprovalsHereCommand>();
        app.AddCardAction<ViewApprovalAction>();
        app.AddCardAction<ApproveAction>();
        app.AddCardAction<RejectAction>();
        app.AddCardAction<AskWhyAction>();
        app.AddCardAction<PushAction>();
        app.AddCardAction<DelegateAction>();
        app.Services.AddSingleton<EarlierShow>();
        app.AddJob<ShowApproval, ShowApprovalJob>();
        app.AddJob<RemindApproval, RemindApprovalJob>();
        app.AddJob<EscalateApproval, EscalateApprovalJob>();
        app.AddJob<ExpireApproval, ExpireApprovalJob>();
        app.AddReadyPart("approvals room", RoomProblemAsync, required: false);
        return app;
    }

    private static async Task<string?> RoomProblemAsync(IServiceProvider services, CancellationToken ct) =>
        await services.GetRequiredService<RoomBook>().ProblemAsync(ct);
}
