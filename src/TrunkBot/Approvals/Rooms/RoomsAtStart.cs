using TrunkBot.Storage;

namespace TrunkBot.Approvals.Rooms;

/// <summary>The settings may name another room than before: it gets what waits in one that is gone.</summary>
internal sealed class RoomsAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rooms = scope.ServiceProvider.GetRequiredService<RoomBook>();
        if (rooms.TenantsInSettings.Count == 0)
            return;
        foreach (var tenant in rooms.TenantsInSettings)
            await rooms.BringAsync(tenant, cancellationToken);
        // If somebody else was faster, it is done.
        await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
