using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Storage;

/// <summary>The context of a scope, opened when somebody asks for it: most turns need none.</summary>
internal sealed class ContextLease(Func<TrunkBotDbContext> open)
{
    /// <summary>Null as long as nobody has asked.</summary>
    public TrunkBotDbContext? Current { get; private set; }

    public TrunkBotDbContext Open() => Current ??= Opened();

    private TrunkBotDbContext Opened()
    {
        var context = open();
        // Commit looks for changes, once.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        return context;
    }

    public static void Register<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder> options) where TContext : TrunkBotDbContext
    {
        services.AddPooledDbContextFactory<TContext>(options);
        services.AddSingleton(all => new RowModel(() =>
        {
            using var context = all.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
            return context.Model;
        }));
        services.AddScoped(scope => new ContextLease(scope.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext));
        // The scope gives it back to the pool.
        services.AddScoped(scope => scope.GetRequiredService<ContextLease>().Open());
    }
}
