namespace TrunkBot.Storage.Rows;

/// <summary>A change of exactly one row. Where it finds none, or one that is there already, nothing of its unit of work is saved.</summary>
internal abstract record Change
{
    /// <summary>True where the workers of all processes are told that there is something to do.</summary>
    public virtual bool BringsWork => false;

    /// <summary>A new row.</summary>
    public static Change Insert(object row) => new Whole(row, Replaces: false);

    /// <summary>This row, whatever there was under its key.</summary>
    public static Change Put(object row) => new Whole(row, Replaces: true);

    /// <summary>What a statement does, with its values in the order of its terms.</summary>
    public static Change By(Statement statement, params object?[] values) => new Stated(statement, values);

    public abstract RowWrite On(RowModel model);

    private sealed record Whole(object Row, bool Replaces) : Change
    {
        public override bool BringsWork => Row is IWork { IsFree: true };

        public override RowWrite On(RowModel model)
        {
            var table = model.Of(Row.GetType());
            return new RowWrite(Replaces ? table.Put : table.Insert, Array.ConvertAll(table.Columns, column => column.Of(Row)));
        }
    }

    private sealed record Stated(Statement Statement, object?[] Values) : Change
    {
        public override RowWrite On(RowModel model) => Statement.On(model, Values);
    }
}

/// <summary>A row that is work for somebody.</summary>
internal interface IWork
{
    /// <summary>It waits for a worker.</summary>
    bool IsFree { get; }
}
