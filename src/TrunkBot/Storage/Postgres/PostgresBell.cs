using Npgsql;

namespace TrunkBot.Storage.Postgres;

/// <summary>
/// Hears of work that any process has stored (<c>LISTEN</c>), and wakes the worker of this one. While the connection is down nothing is
/// heard; the worker looks by itself every <c>Jobs:PollEvery</c>.
/// </summary>
internal sealed class PostgresBell(string? connectionString, WorkSignal signal, TimeProvider clock, ILogger<PostgresBell> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException lost)
            {
                log.BellLost(lost.Message);
                await Task.Delay(s_pause, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = PostgresSource.Lone(connectionString);
        await connection.OpenAsync(ct);
        await using var listen = new NpgsqlCommand($"LISTEN {PostgresWriter.Channel}", connection);
        await listen.ExecuteNonQueryAsync(ct);
        log.BellHeard();
        // Something may have been stored while nobody listened.
        signal.Wake();
        while (true)
        {
            await connection.WaitAsync(ct);
            signal.Wake();
        }
    }
}
