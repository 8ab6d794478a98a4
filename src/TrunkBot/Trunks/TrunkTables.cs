using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Trunks;

internal static class TrunkTables
{
    private static readonly Func<TrunkBotDbContext, long, CancellationToken, Task<TrunkRequest?>> s_request =
        EF.CompileAsyncQuery((TrunkBotDbContext db, long number, CancellationToken _) =>
            db.Set<TrunkRequest>().SingleOrDefault(request => request.Number == number));

    extension(TrunkBotDbContext db)
    {
        public DbSet<TrunkRequest> Requests => db.Set<TrunkRequest>();

        public DbSet<Trunk> Trunks => db.Set<Trunk>();

        /// <summary>A request by its number, as this turn has it already or from the database: asked in every step of the questions.</summary>
        public async Task<TrunkRequest?> FindRequestAsync(long number, CancellationToken ct) =>
            db.Set<TrunkRequest>().Local.FindEntry(number)?.Entity ?? await s_request(db, number, ct);
    }
}
