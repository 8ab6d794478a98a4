using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using TrunkBot.Jobs;

namespace TrunkBot.Secrets.OneTimePage;

internal static class OneTimePageRegistration
{
    public static IServiceCollection AddOneTimePage(this IServiceCollection services)
    {
        services.AddOptions<OneTimePageOptions>().BindConfiguration("").ValidateOnStart();
        services.AddSingleton<IValidateOptions<OneTimePageOptions>, OneTimePageOptionsValidator>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<OneTimeDesk>();
        services.AddScoped<OneTimeEndpoint>();
        services.AddScoped<IHousekeeping>(provider => provider.GetRequiredService<OneTimeLinks>());
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<OneTimePageOptions>>(Scope);
        return services;
    }

    public static void MapOneTimePage(this IEndpointRouteBuilder app)
    {
        app.MapGet(OneTimeLinks.Path + "{token}", (HttpContext http, string token, OneTimeEndpoint page) => page.GetAsync(http, token));
        app.MapPost(OneTimeLinks.Path + "{token}", (HttpContext http, string token, OneTimeEndpoint page) => page.PostAsync(http, token));
    }

    private static void Scope(AntiforgeryOptions options, IOptions<OneTimePageOptions> page)
    {
        // The policy's frame-ancestors says who may frame the page, more exactly than this old header can.
        options.SuppressXFrameOptionsHeader = true;
        options.FormFieldName = "form";
        options.Cookie.Name = "trunkbot-page";
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.HttpOnly = true;
        if (!page.Value.IsOn)
            return;
        options.Cookie.Path = page.Value.Address.AbsolutePath.TrimEnd('/') + OneTimeLinks.Path;
        options.Cookie.SecurePolicy = page.Value.Address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
