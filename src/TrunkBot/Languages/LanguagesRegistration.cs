namespace TrunkBot.Languages;

internal static class LanguagesRegistration
{
    /// <summary>Comes before all that can say something in a turn.</summary>
    public static WebApplicationBuilder AddLanguages(this WebApplicationBuilder app)
    {
        app.Services.AddSingleton<Protocol.Builder.IMiddleware, LanguageMiddleware>();
        return app;
    }
}
