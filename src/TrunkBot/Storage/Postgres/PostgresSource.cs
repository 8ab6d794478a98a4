using Npgsql;

namespace TrunkBot.Storage.Postgres;

/// <summary>How this program connects; what the operator writes into the connection string goes before what is said here.</summary>
internal static class PostgresSource
{
    public static NpgsqlDataSource Of(string? connectionString) => NpgsqlDataSource.Create(Settings(connectionString));

    /// <summary>One connection of its own, outside of the pool: to listen, or to hold a lock.</summary>
    public static NpgsqlConnection Lone(string? connectionString)
    {
        var settings = Settings(connectionString);
        // An idle line is asked whether it lives; else nobody would notice that a router has forgotten it.
        (settings.Pooling, settings.KeepAlive) = (false, 30);
        // What is asked here is asked once or twice.
        settings.MaxAutoPrepare = 0;
        return new NpgsqlConnection(settings.ToString());
    }

    private static NpgsqlConnectionStringBuilder Settings(string? connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = "TrunkBot",
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // Nothing here leaves anything behind on a connection of the pool: locks and listening have their own, settings end with their transaction.
            // To have the server forget it all the same takes six statements for each use.
            NoResetOnClose = true,
        };
        try
        {
            settings.ConnectionString = $"{settings.ConnectionString};{connectionString}";
        }
        catch (Exception problem) when (problem is ArgumentException or KeyNotFoundException or FormatException)
        {
            throw new StartException(StorageTexts.NoPostgresConnection);
        }

        if (settings.Host is not { Length: > 0 } || settings.Database is not { Length: > 0 })
            throw new StartException(StorageTexts.NoHostOrDatabase);
        // An error must not tell what is in a row.
        settings.IncludeErrorDetail = false;
        return settings;
    }
}
