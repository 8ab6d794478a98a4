using Microsoft.Extensions.Options;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Access.SignIn;

internal static class SignInRegistration
{
    public static IHostApplicationBuilder AddSignInRoles(this IHostApplicationBuilder app)
    {
        app.Services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).PostConfigure(ByAppId(app.Configuration)).ValidateOnStart();
        app.Services.AddSingleton<IValidateOptions<SignInOptions>, SignInRules>();
        app.Services.AddSignIn(services => services.GetRequiredService<IOptions<SignInOptions>>().Value.Resource);
        app.Services.AddSingleton<RoleTokens>();
        app.Services.AddSingleton<RoleMemory>();
        app.Services.AddSingleton<SignInBook>();
        return app;
    }

    private static Action<SignInOptions> ByAppId(IConfiguration configuration) => options =>
    {
        if (options.Resource.Length == 0)
            options.Resource = $"api://botid-{configuration["MicrosoftAppId"]}";
    };
}
