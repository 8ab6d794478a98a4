using TrunkBot.Jobs;

namespace TrunkBot.Conversations;

internal static class ConversationsRegistration
{
    public static WebApplicationBuilder AddConversations(this WebApplicationBuilder app)
    {
        app.Services.AddSingleton<AddressBook>();
        app.Services.AddSingleton<ConversationMarks>();
        app.Services.AddSingleton<Protocol.Builder.IMiddleware, ConversationMiddleware>();
        app.AddJob<ConversationChanged, ConversationChangedJob>();
        return app;
    }
}
