using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrunkBot.Storage.Postgres;

/// <summary>What EF asks for is made storable as what is stored is: text that no row can hold finds nothing, and is no error of the database.</summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        MakeStorable(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        MakeStorable(command);
        return ValueTask.FromResult(result);
    }

    private static void MakeStorable(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text)
                parameter.Value = PostgresValue.Storable(text);
        }
    }
}
