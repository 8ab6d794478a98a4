using System.Diagnostics.Metrics;

namespace TrunkBot.Diagnostics;

/// <summary>Reads what stands in the database, now and then, and keeps it for whoever collects measures: however often they ask, nobody asks the database.</summary>
internal sealed class StandingReader : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(15), s_patience = TimeSpan.FromSeconds(10);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<StandingReader> _log;
    private IReadOnlyList<Reading> _last = [];

    public StandingReader(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider clock, ILogger<StandingReader> log)
    {
        (_scopes, _clock, _log) = (scopes, clock, log);
        var meter = meters.Create(Telemetry.Name);
        foreach (var gauge in Gauge.All)
            meter.CreateObservableGauge(gauge.Name, () => Of(gauge), gauge.Unit, gauge.Description);
    }

    /// <summary>Reads it now. A part that cannot be read is left out: no measure is better than an old one.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(s_patience);
        await using var scope = _scopes.CreateAsyncScope();
        var read = new List<Reading>();
        foreach (var part in scope.ServiceProvider.GetServices<IStanding>())
            read.AddRange(await ReadAsync(part, late.Token));
        Volatile.Write(ref _last, read);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every, _clock);
        do
            await ReadAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<Reading>> ReadAsync(IStanding part, CancellationToken ct)
    {
        try
        {
            return await part.ReadAsync(ct);
        }
#pragma warning disable CA1031 // whatever broke, the other parts are read, and this one again soon
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _log.NotRead(part.GetType().Name, problem.GetBaseException().Message);
            return [];
        }
    }

    private IEnumerable<Measurement<double>> Of(Gauge gauge) =>
        Volatile.Read(ref _last).Where(reading => reading.Gauge == gauge).Select(reading => new Measurement<double>(reading.Value, reading.Tags));
}
