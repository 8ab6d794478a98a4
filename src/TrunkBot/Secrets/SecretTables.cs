using Microsoft.EntityFrameworkCore;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Storage;

namespace TrunkBot.Secrets;

internal static class SecretTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();
    }
}
