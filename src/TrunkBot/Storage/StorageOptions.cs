using System.ComponentModel.DataAnnotations;

namespace TrunkBot.Storage;

/// <summary>Section <c>Storage</c>: where TrunkBot keeps what it knows.</summary>
internal sealed class StorageOptions
{
    /// <summary><c>Sqlite</c> (the default): one file, one process. <c>Postgres</c>: a server, any number of processes.</summary>
    public string BackEnd { get; init; } = "Sqlite";

    /// <summary>
    /// How long a start waits for another process: on SQLite for one that still has the file, as while a service restarts; on PostgreSQL for one that
    /// updates the database. Then it ends with a sentence. Longer than <c>Jobs:StopWithin</c>. Default 1 minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan WaitForOtherProcess { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the marks of handled activities are kept, to recognise a late redelivery; a <see cref="TimeSpan"/>, default 1 day.</summary>
    public TimeSpan KeepSeenActivities { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long state of conversations that fell silent is kept; a <see cref="TimeSpan"/>, default 30 days.</summary>
    public TimeSpan KeepSilentState { get; init; } = TimeSpan.FromDays(30);
}
