using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Sqlite;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Schedules;

/// <summary>
/// A back end at which actors wait before each read and each write. Several processes share one SQLite file, which is in order here: only one
/// of them acts at a time.
/// </summary>
internal sealed class ScheduledBackEnd(IBackEnd inner) : PassedOn(inner)
{
    public override bool HasOneProcess => false;

    // The file is a copy of one that was migrated, and the lock on it is for one process.
    public override Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class
    {
        await Actor.ArriveAsync(Operation.Of(sql));
        return await base.ReadAsync(sql, read, ct, values);
    }

    public override async ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
    {
        await Actor.ArriveAsync(Operation.Of(sql));
        return await base.ListAsync(sql, read, ct, values);
    }

    public override Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) =>
        SaveAsync(writes, () => base.WriteAsync(writes, bringsWork, ct));

    public override Task<bool> NoteAsync(RowWrite write, CancellationToken ct) => SaveAsync([write], () => base.NoteAsync(write, ct));

    public override Task<long> CountAsync(RowWrite write, CancellationToken ct) => SaveAsync([write], () => base.CountAsync(write, ct));

    private static async Task<T> SaveAsync<T>(IReadOnlyList<RowWrite> writes, Func<Task<T>> save)
    {
        switch (await Actor.ArriveAsync(Operation.Save(writes)))
        {
            case Fate.IsBusy:
                throw new SqliteException("The file is busy.", SqliteErrors.Busy);
            case Fate.HearsNothing:
                await save();
                throw new CommitInDoubtException(new TimeoutException());
            default:
                return await save();
        }
    }
}

/// <summary>The same for what goes through EF.</summary>
internal sealed class ScheduledCommands : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Actor.ArriveAsync(Operation.Of(command.CommandText));
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Actor.ArriveAsync(Operation.Of(command.CommandText));
        return result;
    }
}
