using Microsoft.EntityFrameworkCore;
using TrunkBot.Storage;

namespace TrunkBot.Conversations;

internal static class ConversationTables
{
    extension(TrunkBotDbContext db)
    {
        public DbSet<Conversation> Conversations => db.Set<Conversation>();
    }
}
