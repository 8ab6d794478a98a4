using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrunkBot.Diagnostics;

/// <summary>The parts of <c>/health/ready</c> as measures.</summary>
internal sealed class HealthStanding(HealthCheckService health) : IStanding
{
    public async Task<IReadOnlyList<Reading>> ReadAsync(CancellationToken ct) =>
    [
        .. (await health.CheckHealthAsync(ct)).Entries.Select(part =>
            new Reading(Gauge.Ready, part.Value.Status is HealthStatus.Healthy ? 1 : 0, new KeyValuePair<string, object?>("part", part.Key))),
    ];
}
