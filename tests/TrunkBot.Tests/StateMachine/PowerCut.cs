using System.Data.Common;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.World;

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

    private sealed class BackEnd(IBackEnd inner, PowerCut cut) : PassedOn(inner)
    {
        public override Task<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
        {
            cut.Live();
            return base.EnterWriteAsync(cancellationToken);
        }

        public override ValueTask<T?> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values) where T : class
        {
            cut.Live();
            return base.ReadAsync(sql, read, ct, values);
        }

        public override ValueTask<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object?[] values)
        {
            cut.Live();
            return base.ListAsync(sql, read, ct, values);
        }

        public override Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) =>
            cut.SaveAsync(() => base.WriteAsync(writes, bringsWork, ct));

        public override Task<bool> NoteAsync(RowWrite write, CancellationToken ct) => cut.SaveAsync(() => base.NoteAsync(write, ct));

        public override Task<long> CountAsync(RowWrite write, CancellationToken ct) => cut.SaveAsync(() => base.CountAsync(write, ct));
    }
}
