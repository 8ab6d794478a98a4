using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Intake;
using TrunkBot.Jobs;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Looking;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks;

internal static class TrunksRegistration
{
    public static WebApplicationBuilder AddTrunks(this WebApplicationBuilder app)
    {
        app.Services.AddOptions<TrunkOptions>().BindConfiguration(TrunkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        app.Services.AddSingleton<TrunkFieldRules>();
        app.Services.AddSingleton<RequestSeal>();
        app.Services.AddScoped<DraftDesk>();
        app.Services.AddScoped<DraftAnswers>();
        app.Services.AddScoped<CollisionBook>();
        app.Services.AddScoped<SubmitPipeline>();
        app.Services.AddScoped<KeptPasswords>();
        app.Services.AddScoped<AskDesk>();
        app.Services.AddScoped<SubmitDesk>();
        app.Services.AddScoped<EditDesk>();
        app.Services.AddScoped<TenantFacts>();
        app.Services.AddScoped<TrunkPolicy>();
        app.Services.AddScoped<WhoApproves>();
        app.Services.AddScoped<RequestDesk>();
        app.Services.AddScoped<TrunkDoor>();
        app.Services.AddScoped<RequestView>();
        app.Services.AddScoped<RequestEnd>();
        app.Services.AddScoped<FormDesk>();
        app.Services.AddSingleton<PasteReader>();
        app.Services.AddScoped<IPasteDesk, PasteDesk>();
        app.Services.AddScoped<TrunkDialogs>();
        app.Services.AddScoped<TrunkForesight>();
        app.Services.AddScoped<IForesight>(scope => scope.GetRequiredService<TrunkForesight>());
        app.Services.AddScoped<UnknownOutcomeDesk>();
        app.Services.AddScoped<RetryDesk>();
        app.Services.AddScoped<RequestWait>();
        app.Services.AddScoped<ApprovedSecret>();
        app.Services.AddScoped<LastLook>();
        app.Services.AddScoped<CreateMark>();
        app.Services.AddScoped<AttemptEnd>();
        app.Services.AddSingleton<AttemptBook>();
        app.Services.AddScoped<IApprovalSubject, TrunkApproval>();
        app.Services.AddSingleton<IAuditedRows, AuditedRequests>();
        app.Services.AddScoped<ISecretReceiver, DraftPassword>();
        app.AddDialog<NewTrunkDialog>();
        app.AddDialog<SubmitAnywayDialog>();
        app.Services.AddSingleton(new CardQuestion(NewTrunkDialog.Password));
        app.AddCommand<NewTrunkCommand>();
        app.AddCommand<ListTrunksCommand>();
        app.AddCommand<ListRequestsCommand>();
        app.Services.AddScoped<RequestList>();
        app.AddCommand<WaitingCommand>();
        app.AddCommand<ShowCommand>();
        app.AddCommand<EditRequestCommand>();
        app.AddCommand<CancelRequestCommand>();
        app.AddCommand<AdoptTrunkCommand>();
        app.AddCommand<ResendCommand>();
        app.AddCommand<CloseCommand>();
        app.AddCommand<RetryCommand>();
        app.AddCardAction<OpenFormAction>();
        app.AddCardAction<UseValueAction>();
        app.AddCardAction<SubmitTrunkAction>();
        app.AddCardAction<AskInChatAction>();
        app.AddCardAction<PasswordPageAction>();
        app.AddCardAction<EditAction>();
        app.AddCardAction<CancelRequestAction>();
        app.AddCardAction<RefreshAction>();
        app.AddCardAction<SettleAction>();
        app.AddCardAction<AdoptAction>();
        app.AddCardAction<ResendAction>();
        app.AddCardAction<CloseAction>();
        app.AddCardAction<RetryAction>();
        app.Services.AddScoped<IHousekeeping, DraftHousekeeping>();
        app.AddJob<ProvisionTrunkJob>();
        app.AddJob<ForgetPasswordJob>();
        app.AddJob<EndHoldJob>();
        return app;
    }
}
