using TrunkBot.Access.SignIn;

namespace TrunkBot.Chat.SignIn;

internal static class SignInChatRegistration
{
    public static WebApplicationBuilder AddSignInToChat(this WebApplicationBuilder app)
    {
        app.Services.AddSingleton<PendingSignIn>();
        app.Services.AddSingleton<SignInOffer>();
        app.Services.AddScoped<SignInDesk>();
        // Where nobody signs in, nobody is told of it.
        if (!string.IsNullOrEmpty(app.Configuration[SignInOptions.Connection]))
            app.AddCommand<SignInCommand>().AddCommand<SignOutCommand>();
        return app;
    }
}
