using System.Data.Common;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Tests.World;

/// <summary>A back end that passes everything on to another one; what is looked at or disturbed on the way is overridden.</summary>
internal abstract class PassedOn(IBackEnd inner) : IBackEnd, IRowStore, IDisposable
{
    public string Name => inner.Name;

    public virtual bool HasOneProcess => inner.HasOneProcess;

    public RowModel Model => inner.Model;

    public IRowStore Rows => this;

    public virtual Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken) => inner.EnterWriteAsync(cancellationToken);

    public bool IsBusy(Exception error) => inner.IsBusy(error);

    public DatabaseTrouble? TroubleOf(Exception error) => inner.TroubleOf(error);

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

    public Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken) => inner.EnterAloneAsync(cancellationToken);

    public virtual Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) => inner.MigrateAsync(services, cancellationToken);

    public virtual ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class =>
        inner.Rows.ReadAsync(sql, read, ct, values);

    public virtual ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) =>
        inner.Rows.ListAsync(sql, read, ct, values);

    public virtual Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) => inner.Rows.WriteAsync(writes, bringsWork, ct);

    public virtual Task<bool> NoteAsync(RowWrite write, CancellationToken ct) => inner.Rows.NoteAsync(write, ct);

    public virtual Task<long> CountAsync(RowWrite write, CancellationToken ct) => inner.Rows.CountAsync(write, ct);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
