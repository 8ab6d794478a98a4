using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets;

/// <summary>Opens the keys before the first request, so that a missing or foreign folder stops the start and not somebody's approval.</summary>
internal sealed class KeysAtStart(IServiceProvider services, IOptions<SecretsOptions> options, ILogger<KeysAtStart> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<FingerprintKey>();
        var folder = KeyFolder.Open(options.Value.KeyFolder);
        if (KeyFolder.IsOpenToOthers(folder))
            log.KeyFolderOpenToOthers(folder.FullName);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
