using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Authentication;

/// <summary>Registers what proves the channel to the bot and the bot to the channel.</summary>
public static class ChannelRegistration
{
    /// <summary>
    /// Adds <see cref="ChannelTokenValidator"/>, <see cref="BotTokens"/>, the connector's <see cref="BotTokenSource"/>, and <see cref="ConnectorClient"/>, with settings from the root
    /// of the configuration that are checked before the start.
    /// </summary>
    public static IServiceCollection AddChannelAuthentication(
        this IServiceCollection services, IConfiguration configuration, HostSurroundings surroundings)
    {
        services.AddOptions<ChannelAuthenticationOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChannelAuthenticationOptions>>(provider =>
            new ChannelAuthenticationRules(surroundings, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<RefreshMeasures>();
        services.AddSingleton<CallMeasures>();
        services.AddSingleton<ChannelHttp>();
        services.AddHostedService<AnonymousAtStart>();
        services.AddSingleton(CreateKeys);
        services.AddSingleton(CreateValidator);
        services.AddSingleton(ManagedIdentityPlace.Of(configuration));
        services.AddSingleton(CreateTokens);
        services.AddSingleton(CreateConnectorTokens);
        services.AddSingleton(CreateConnector);
        services.AddSingleton(CreateGraphAccess);
        return services;
    }

    private static ChannelKeys CreateKeys(IServiceProvider services)
    {
        var addresses = ChannelAddresses.Of(services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value);
        var time = services.GetRequiredService<TimeProvider>();
        var documents = new ChannelKeyDocuments(services.GetRequiredService<ChannelHttp>().Login, addresses.OpenIdMetadataUrl, time);
        return new ChannelKeys(documents, services.GetRequiredService<RefreshMeasures>(), time, services.GetRequiredService<ILogger<ChannelKeys>>());
    }

    private static ChannelTokenValidator CreateValidator(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>(),
        services.GetRequiredService<ChannelKeys>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<ChannelTokenValidator>>());

    private static BotTokens CreateTokens(IServiceProvider services)
    {
        var logs = services.GetRequiredService<ILoggerFactory>();
        var time = services.GetRequiredService<TimeProvider>();
        var logins = new BotLogins(
            services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value,
            services.GetRequiredService<ManagedIdentityPlace>(),
            services.GetRequiredService<ChannelHttp>(),
            time,
            logs);
        return new BotTokens(logins.Create(), services.GetRequiredService<RefreshMeasures>(), time, logs.CreateLogger<BotTokenSource>());
    }

    private static BotTokenSource CreateConnectorTokens(IServiceProvider services) => services.GetRequiredService<BotTokens>().For(
        ChannelAddresses.Of(services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value).OAuthScope);

    private static GraphAccess CreateGraphAccess(IServiceProvider services)
    {
        var addresses = ChannelAddresses.Of(services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value);
        return new GraphAccess(new Uri(addresses.GraphUrl), services.GetRequiredService<BotTokens>().For(addresses.GraphScope));
    }

    private static ConnectorClient CreateConnector(IServiceProvider services) => new(
        new TrustedServices(services.GetRequiredService<IOptions<ChannelAuthenticationOptions>>().Value),
        new ConnectorCalls(
            services.GetRequiredService<ChannelHttp>().Connector,
            services.GetRequiredService<BotTokenSource>(),
            services.GetRequiredService<CallMeasures>(),
            services.GetRequiredService<TimeProvider>()));
}
