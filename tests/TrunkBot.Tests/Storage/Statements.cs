using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Storage;
using TrunkBot.Storage.Postgres;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Sqlite;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>Every statement that the bot runs: those that EF writes, and its own for single rows.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, object?>> _seen = [];

    /// <summary>Each with the values that it had first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Seen => _seen;

    public void Forget() => _seen.Clear();

    public void ListenTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteTrunkBotDbContext>(db => db.AddInterceptors(this));
        services.ConfigureDbContext<PostgresTrunkBotDbContext>(db => db.AddInterceptors(this));
    }

    public IBackEnd Around(IBackEnd inner) => new BackEnd(inner, this);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command) => _seen.TryAdd(
        command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(parameter => $"@{parameter.ParameterName.TrimStart('@')}", parameter => parameter.Value));

    private void Note(string sql, object?[] values) => _seen.TryAdd(
        sql, values.Index().ToDictionary(value => string.Create(CultureInfo.InvariantCulture, $"${value.Index + 1}"), value => value.Item));

    private sealed class BackEnd(IBackEnd inner, Statements statements) : PassedOn(inner)
    {
        public override ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class
        {
            statements.Note(sql, values);
            return base.ReadAsync(sql, read, ct, values);
        }

        public override ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
        {
            statements.Note(sql, values);
            return base.ListAsync(sql, read, ct, values);
        }

        public override Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct)
        {
            foreach (var write in writes)
                statements.Note(write.Sql, write.Values);
            return base.WriteAsync(writes, bringsWork, ct);
        }

        public override Task<bool> NoteAsync(RowWrite write, CancellationToken ct)
        {
            statements.Note(write.Sql, write.Values);
            return base.NoteAsync(write, ct);
        }

        public override Task<long> CountAsync(RowWrite write, CancellationToken ct)
        {
            statements.Note(write.Sql, write.Values);
            return base.CountAsync(write, ct);
        }
    }
}
