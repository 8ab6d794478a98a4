using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Outbox.Waiting;
using TrunkBot.Protocol.Builder;
using TrunkBot.Storage;

namespace TrunkBot.Outbox;

internal static class OutboxRegistration
{
    public static WebApplicationBuilder AddOutbox(this WebApplicationBuilder app)
    {
        app.Services.AddScoped<ITurnStore, TurnStore>();
        app.Services.AddSingleton<IOutbox, TurnOutbox>();
        app.Services.AddSingleton<SendMeasures>();
        app.Services.AddSingleton<ActivitySender>();
        app.Services.AddSingleton<NoticeSender>();
        app.Services.AddSingleton<NoticeEnd>();
        app.Services.AddSingleton<IWaitingSign, TypingSign>();
        app.Services.AddSingleton<Protocol.Builder.IMiddleware, WaitingMiddleware>();
        app.Services.AddSingleton<IPaces>(services => services.GetRequiredService<IBackEnd>().HasOneProcess
            ? ActivatorUtilities.CreateInstance<PacesInMemory>(services)
            : ActivatorUtilities.CreateInstance<PacesInRows>(services));
        app.Services.AddSingleton<ConversationPace>();
        app.Services.AddScoped<IHousekeeping, PaceHousekeeping>();
        app.AddJob<SendActivity, SendActivityJob>();
        return app;
    }
}
