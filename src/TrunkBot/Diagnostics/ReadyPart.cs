using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrunkBot.Diagnostics;

/// <summary>One thing that the bot needs: asked, it says what is wrong in a sentence, or nothing.</summary>
internal sealed class ReadyPart(IServiceProvider services, Func<IServiceProvider, CancellationToken, Task<string?>> problem) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        return await problem(scope.ServiceProvider, cancellationToken) is { } sentence
            ? new HealthCheckResult(context.Registration.FailureStatus, sentence)
            : HealthCheckResult.Healthy();
    }
}
