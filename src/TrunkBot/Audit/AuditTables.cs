using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Audit;

internal static class AuditTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<AuditEntry> Audit => db.Set<AuditEntry>();

        public DbSet<AuditHead> AuditHeads => db.Set<AuditHead>();

        public DbSet<AuditCheckpoint> AuditCheckpoints => db.Set<AuditCheckpoint>();

        public DbSet<AuditSeal> AuditSeals => db.Set<AuditSeal>();
    }
}
