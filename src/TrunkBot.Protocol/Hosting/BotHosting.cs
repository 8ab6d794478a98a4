using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Hosting;

/// <summary>Puts a bot into an ASP.NET Core application.</summary>
public static class BotHosting
{
    /// <summary>
    /// Adds a bot, its pipeline and its channel's authentication. The application brings <see cref="ITurnStore"/>, <see cref="IStorage"/> (both
    /// scoped) and <see cref="IOutbox"/>.
    /// </summary>
    public static IServiceCollection AddBot<TBot>(
        this IServiceCollection services, IConfiguration configuration, HostSurroundings surroundings) where TBot : class, IBot
    {
        services.AddChannelAuthentication(configuration, surroundings);
        services.AddOptions<BotEndpointOptions>().Bind(configuration.GetSection("Limits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ConversationState>();
        services.AddSingleton<UserState>();
        services.AddSingleton<PrivateConversationState>();
        services.AddSingleton<Builder.IMiddleware>(provider => new AutoSaveStateMiddleware(
            provider.GetRequiredService<ConversationState>(),
            provider.GetRequiredService<UserState>(),
            provider.GetRequiredService<PrivateConversationState>()));
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnBoundary>();
        services.AddSingleton<CloudAdapter>();
        services.AddScoped<IBot, TBot>();
        return services;
    }

    /// <summary>Maps the bot's endpoint; other methods than POST are answered 405.</summary>
    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages") =>
        // Not before the first request: the settings that it needs are checked with all others, not here.
        endpoints.MapPost(pattern, (HttpContext http) => http.RequestServices.GetRequiredService<CloudAdapter>().ProcessAsync(http));
}
