using Microsoft.Extensions.Options;

namespace TrunkBot.Access;

/// <summary>Says at the start what nobody would notice before the first request is stuck.</summary>
internal sealed class AccessAtStart(IOptions<AccessOptions> options, HomeTenant home, ILogger<AccessAtStart> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Roles.Of(Role.Admin).Count == 0)
            log.NobodyIsAdmin(home.Id?.ToString() ?? "<tenant id>");
        return Task.CompletedTask;
    }
}
