using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrunkBot.Storage;

/// <summary>A question that is asked often, compiled once for each back end: EF compiles one for one model only.</summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConcurrentDictionary<IModel, TQuery> _compiled = new();

    public TQuery Of(TrunkBotDbContext db) => _compiled.GetOrAdd(db.Model, _ => compile());
}
