using TrunkBot.Storage;

namespace TrunkBot.Approvals.Rooms;

/// <summary>The settings may name another room than before: it gets what waits in one that is gone.</summary>
internal sealed class RoomsAtStart(RoomsInSettings settings, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Tenants.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var questions = scope.ServiceProvider.GetRequiredService<OpenQuestions>();
        foreach (var tenant in settings.Tenants)
            await questions.BringAsync(tenant, cancellationToken);
        // If somebody else was faster, it is done.
        await scope.ServiceProvider.GetRequiredService<Commit>().TrySaveAsync(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
