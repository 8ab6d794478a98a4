using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrunkBot.Storage.Rows;

/// <summary>A changed entity of a context. It touches one row if nobody else has changed it since, and none otherwise.</summary>
internal sealed record TrackedChange(EntityEntry Entry) : Change
{
    public override bool BringsWork => Entry is { State: EntityState.Added, Entity: IWork { IsFree: true } };

    /// <summary>All that has changed in a context.</summary>
    public static IEnumerable<Change> Of(DbContext context) => context.ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .Select(entry => new TrackedChange(entry));

    public override RowWrite On(RowModel model)
    {
        var table = model.Of(Entry.Metadata.ClrType);
        return Entry.State switch
        {
            EntityState.Added => new(table.Insert, Array.ConvertAll(table.Columns, Now)),
            EntityState.Modified => Update(table),
            EntityState.Deleted => new(table.Delete, Array.ConvertAll(table.Finding, Before)),
            var other => throw new InvalidOperationException($"An entry that is {other} cannot be saved."),
        };
    }

    // Only what has changed: what the room was shown is noted beside a request's life, and must not be taken back by it.
    private RowWrite Update(RowTable table)
    {
        var changed = Array.FindAll(table.Columns, column => Find(column).IsModified);
        return new(table.Update(changed), [.. changed.Select(Now), .. table.Finding.Select(Before)]);
    }

    private object? Now(RowColumn column) => column.Stored(Find(column).CurrentValue);

    private object? Before(RowColumn column) => column.Stored(Find(column).OriginalValue);

    private PropertyEntry Find(RowColumn column)
    {
        ComplexPropertyEntry? part = null;
        foreach (var step in column.Parts)
        {
            switch (step)
            {
                case IComplexProperty complex:
                    part = part is null ? Entry.ComplexProperty(complex) : part.ComplexProperty(complex);
                    break;
                case IProperty property:
                    return part is null ? Entry.Property(property.Name) : part.Property(property.Name);
            }
        }

        throw new InvalidOperationException($"{column.Name} is no property.");
    }
}
