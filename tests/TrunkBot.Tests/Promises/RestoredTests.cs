using Npgsql;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>A back-up from before a create is put in the place of the database, and the bot is told.</summary>
public abstract class RestoredTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;

    [Fact]
    public async Task What_was_approved_in_a_restored_back_up_is_not_sent_again_before_an_Admin_has_looked()
    {
        var id = await _world.AsksAndGetsAYesAsync();
        await RestoreAsync(await CreatedSinceAsync(), expected: $"Waiting for an administrator, and not sent: {id}.");

        await _world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal((RequestState.OutcomeUnknown, 1), (await _world.StateOfAsync(id), _world.Posts()));
        foreach (var read in new[] { _world.Riya.Reads(), _world.Omar.Reads("room") })
            Assert.Contains("restored from a back-up", read, StringComparison.Ordinal);
        Assert.Equal("outcome unknown", (await _world.ActsOnAsync(id))[^1]);

        var trunk = Assert.Single(_world.Sandbox.VideoSdk.Trunks).TrunkId;
        Assert.Contains("is exactly what was approved", (await _world.Ada.SaysAsync($"/trunk adopt {id} {trunk}")).Text, StringComparison.Ordinal);
        Assert.Equal((RequestState.Created, 1), (await _world.StateOfAsync(id), _world.Posts()));
    }

    [Fact]
    public async Task Who_decides_about_what_was_pending_in_it_is_told_to_look_first()
    {
        var id = await _world.AsksAsync();
        await _world.RunDueJobsAsync();
        await RestoreAsync(await BackUpAsync(), expected: "Nothing in this database was approved");

        // The process that was told so goes by the real time, which is ahead.
        await _world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Contains("This request comes from a back-up.", _world.Omar.Reads("room"), StringComparison.Ordinal);
        await _world.Omar.SaysAsync($"/trunk approve {id}");
        Assert.Equal(RequestState.Pending, await _world.StateOfAsync(id));
        await _world.Omar.SaysAsync($"/trunk approve {id}");
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await _world.StateOfAsync(id));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private async Task<string> CreatedSinceAsync()
    {
        var backUp = await BackUpAsync();
        await _world.RunDueJobsAsync();
        Assert.Single(_world.Sandbox.VideoSdk.Trunks);
        return backUp;
    }

    /// <returns>The connection string by which the back-up is found.</returns>
    private async Task<string> BackUpAsync()
    {
        if (backEnd == "Postgres")
            return await CopyAsync((PostgresDatabase)_world.Database);
        var file = Path.Combine(_world.Folder, "back-up.db");
        await _world.Database.ExecuteAsync($"VACUUM INTO '{file}'");
        return $"Data Source={file}";
    }

    // The server copies a database that nobody uses; the bot comes back whenever it is cut off.
    private static async Task<string> CopyAsync(PostgresDatabase database)
    {
        var cluster = await PostgresCluster.SharedAsync();
        while (true)
        {
            await database.CutConnectionsAsync();
            try
            {
                return await cluster.CopyDatabaseAsync(database.Connection);
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ObjectInUse)
            {
            }
        }
    }

    private async Task RestoreAsync(string backUp, string expected)
    {
        var settings = new Dictionary<string, string?>(_world.Settings) { ["ConnectionStrings:TrunkBot"] = backUp };
        var (code, said) = await BotProcess.RunAsync(settings, "--restored");
        Assert.True(code == 0, said);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        await _world.RestartAsync(("ConnectionStrings:TrunkBot", backUp));
    }
}

public sealed class RestoredOnSqliteTests() : RestoredTests("Sqlite");

public sealed class RestoredOnPostgresTests() : RestoredTests("Postgres");
