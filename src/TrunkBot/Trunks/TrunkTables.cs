using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks;

internal static class TrunkTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<TrunkRequest> Requests => db.Set<TrunkRequest>();

        public DbSet<Trunk> Trunks => db.Set<Trunk>();

        public DbSet<TrunkKey> TrunkKeys => db.Set<TrunkKey>();
    }
}
