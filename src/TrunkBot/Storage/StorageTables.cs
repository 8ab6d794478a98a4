using Microsoft.EntityFrameworkCore;

namespace TrunkBot.Storage;

internal static class StorageTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<StateItem> State => db.Set<StateItem>();

        public DbSet<SeenActivity> SeenActivities => db.Set<SeenActivity>();
    }
}
