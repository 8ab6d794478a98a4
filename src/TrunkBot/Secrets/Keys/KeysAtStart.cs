using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets.Keys;

/// <summary>Opens the keys before the first request, so that a missing folder or certificate stops the start and not somebody's approval.</summary>
internal sealed class KeysAtStart(
    IKeyPlace place, FingerprintKey fingerprints, IOptions<SecretsOptions> options, ILogger<KeysAtStart> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Of several processes that start at once on nothing, one makes the keys.
        await using (await place.EnterAloneAsync(cancellationToken))
        {
            fingerprints.Open();
        }

        if (place is KeysInFolder && KeyFolder.Open(options.Value.KeyFolder) is var folder && KeyFolder.IsOpenToOthers(folder))
            log.KeyFolderOpenToOthers(folder.FullName);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
