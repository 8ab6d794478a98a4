using System.Data.Common;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Tests.StateMachine;

/// <summary>The process dies at a save: just before it, or just after it and before anybody hears of it. From then on it reads and writes nothing.</summary>
internal sealed class PowerCut
{
    private int _left = -1;
    private bool _after;
    private Func<bool>? _time;

    public bool IsDead { get; private set; }

    /// <summary>Dies at the n-th save from now.</summary>
    public void At(int save, bool after) => (_left, _after) = (save, after);

    /// <summary>Dies at the first save after this has become true.</summary>
    public void When(Func<bool> time) => _time = time;

    public void Mend() => (_left, _time, IsDead) = (-1, null, false);

    public IBackEnd Around(IBackEnd inner) => new BackEnd(inner, this);

    private void Live()
    {
        if (IsDead)
            throw new InvalidOperationException("The process is dead.");
    }

    private async Task<T> SaveAsync<T>(Func<Task<T>> save)
    {
        Live();
        var isTime = _time?.Invoke() == true;
        if (!isTime && (_left < 0 || _left-- > 0))
            return await save();
        if (_after && !isTime)
            await save();
        IsDead = true;
        throw new InvalidOperationException("The process died while it saved.");
    }

    private sealed class BackEnd(IBackEnd inner, PowerCut cut) : IBackEnd, IRowStore, IDisposable
    {
        public string Name => inner.Name;

        public bool HasOneProcess => inner.HasOneProcess;

        public IRowStore Rows => this;

        public Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
        {
            cut.Live();
            return inner.EnterWriteAsync(cancellationToken);
        }

        public bool IsBusy(Exception error) => inner.IsBusy(error);

        public Task<IAsyncDisposable?> EnterAloneAsync(CancellationToken cancellationToken) => inner.EnterAloneAsync(cancellationToken);

        public Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) => inner.MigrateAsync(services, cancellationToken);

        public ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class
        {
            cut.Live();
            return inner.Rows.ReadAsync(sql, read, ct, values);
        }

        public ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
        {
            cut.Live();
            return inner.Rows.ListAsync(sql, read, ct, values);
        }

        public Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) =>
            cut.SaveAsync(() => inner.Rows.WriteAsync(writes, bringsWork, ct));

        public Task<long> CountAsync(RowWrite write, CancellationToken ct) => cut.SaveAsync(() => inner.Rows.CountAsync(write, ct));

        public void Dispose() => (inner as IDisposable)?.Dispose();
    }
}
