using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Protocol.Builder;

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
        app.Services.AddSingleton<ConversationPace>();
        app.AddJob<SendActivity, SendActivityJob>();
        return app;
    }
}
