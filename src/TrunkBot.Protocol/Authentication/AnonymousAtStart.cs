using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TrunkBot.Protocol.Authentication;

/// <summary>Nobody is to run a bot without an identity unawares.</summary>
internal sealed partial class AnonymousAtStart(IOptions<ChannelAuthenticationOptions> options, ILogger<AnonymousAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsAnonymous)
            LogAnonymous(log);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Warning, "LOCAL USE ONLY: AllowAnonymousLoopback lets anybody in on this machine, without any proof of who they are. Set MicrosoftAppId before others use this bot.")]
    private static partial void LogAnonymous(ILogger log);
}
