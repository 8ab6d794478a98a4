using TrunkBot.Tests.World;
using Xunit.Abstractions;

namespace TrunkBot.Tests.Crash;

/// <summary>
/// Whatever dies, after a yes the trunk is created once: real processes that are killed at random moments, real time, a database that goes away
/// and a VideoSDK that loses answers before and after it has acted.
/// </summary>
[Collection(Alone.Name)]
public sealed class CrashTests(CrashTests.Both both, ITestOutputHelper output) : IClassFixture<CrashTests.Both>
{
    [Fact]
    public Task One_process_on_SQLite_keeps_its_promises_whatever_dies() => EndOfAsync(both.Sqlite);

    [Fact]
    public Task Two_processes_on_PostgreSQL_keep_their_promises_whatever_dies() => EndOfAsync(both.Postgres);

    private async Task EndOfAsync((CrashRun Run, Task End) played)
    {
        try
        {
            await played.End;
        }
        finally
        {
            foreach (var line in played.Run.Report)
                output.WriteLine(line);
        }
    }

    /// <summary>The two runs go on beside each other: each of them waits half of its time, for a process that starts.</summary>
    public sealed class Both : IAsyncLifetime
    {
        internal (CrashRun Run, Task End) Sqlite { get; private set; }

        internal (CrashRun Run, Task End) Postgres { get; private set; }

        public Task InitializeAsync()
        {
            var (sqlite, postgres) = (new CrashRun(), new CrashRun());
            Sqlite = (sqlite, Task.Run(sqlite.OnSqliteAsync));
            Postgres = (postgres, Task.Run(postgres.OnPostgresAsync));
            return Task.CompletedTask;
        }

        public async Task DisposeAsync()
        {
            foreach (var (run, end) in new[] { Sqlite, Postgres })
            {
                await end.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await run.DisposeAsync();
            }
        }
    }
}
