using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.SignIn;

/// <summary>Registers what lets people sign in.</summary>
public static class SignInRegistration
{
    /// <summary>Adds <see cref="UserTokenClient"/> and <see cref="UserTokenValidator"/>, by the settings of the channel's authentication.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="audience">Finds the Application ID URI that tokens may be for, beside the bot's app id.</param>
    public static IServiceCollection AddSignIn(this IServiceCollection services, Func<IServiceProvider, string> audience)
    {
        services.AddSingleton(CreateClient);
        services.AddSingleton(provider => CreateValidator(provider, audience(provider)));
        return services;
    }

    private static UserTokenClient CreateClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value;
        return new UserTokenClient(ChannelAddresses.Of(options).TokenServiceUrl, options.MicrosoftAppId, new ConnectorCalls(
            services.GetRequiredService<ChannelHttp>().Login,
            services.GetRequiredService<BotTokenSource>(),
            services.GetRequiredService<CallMeasures>(),
            services.GetRequiredService<TimeProvider>()));
    }

    private static UserTokenValidator CreateValidator(IServiceProvider services, string audience)
    {
        var options = services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value;
        // The last part of the login address is the bot's tenant; in its place stands the person's.
        var login = new Uri(ChannelAddresses.Of(options).LoginUrl.TrimEnd('/'));
        return new UserTokenValidator(
            new Uri(login, ".").AbsoluteUri,
            [options.MicrosoftAppId, audience],
            services.GetRequiredService<ChannelHttp>().Login,
            services.GetRequiredService<TimeProvider>());
    }
}
