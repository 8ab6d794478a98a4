using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Approvals;

internal static class ApprovalTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<Approval> Approvals => db.Set<Approval>();

        public DbSet<ApprovalsRoom> ApprovalsRooms => db.Set<ApprovalsRoom>();
    }
}
