using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Operations;

/// <summary>
/// Tells the Admins of a tenant something, each in their personal chat and as they read it: those whom the settings name, and those who have talked to the bot
/// and have the role. What it adds is saved by the turn or job that called.
/// </summary>
internal sealed class AdminPost(AddressBook places, RoleBook roles, JobQueue jobs, IOptions<AccessOptions> access)
{
    // More than a company has Admins, and few enough to ask a source of roles about each.
    private const int MostLookedAt = 500, MostTold = 20;

    /// <summary>Tells all of them.</summary>
    /// <param name="tenantId">Whose Admins.</param>
    /// <param name="text">What.</param>
    /// <param name="ct">Ends the turn or job.</param>
    /// <returns>How many are told; 0 when nobody is an Admin.</returns>
    public async Task<int> TellAsync(string tenantId, Func<string> text, CancellationToken ct)
    {
        var chats = (await places.PersonalAsync(tenantId, MostLookedAt, ct)).FindAll(chat => chat.GoneSince is null && access.Value.BelievesIdentityFrom(chat.ChannelId));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var named in roles.Named(Role.Admin, tenantId).Take(MostTold))
        {
            told.Add(named.ObjectId);
            if (chats.Where(chat => chat.PersonId == named.ObjectId).MaxBy(chat => chat.SeenAt) is { } chat)
                Post(chat, text);
            else
                jobs.Add(new TellPerson(named.ObjectId, Reader.Unknown.Say(text)), tenantId);
        }

        foreach (var chat in chats.OrderByDescending(chat => chat.SeenAt).DistinctBy(chat => chat.PersonId))
            if (told.Count < MostTold && !told.Contains(chat.PersonId!) && (await roles.RolesOfAsync(PersonOf(chat), ct)).Has(Role.Admin) && told.Add(chat.PersonId!))
                Post(chat, text);
        return told.Count;
    }

    private void Post(Conversation chat, Func<string> text) => jobs.Post(ReferenceTo(chat), () => Activity.Message(text()));

    private static ConversationReference ReferenceTo(Conversation chat) => new()
    {
        ChannelId = chat.ChannelId,
        ServiceUrl = chat.ServiceUrl,
        Conversation = new ConversationAccount { Id = chat.Id, TenantId = chat.TenantId },
        Bot = chat.BotId is null ? null : new ChannelAccount { Id = chat.BotId },
        Locale = chat.Locale,
        LocalTimezone = chat.LocalTimezone,
    };

    private static Person PersonOf(Conversation chat) => new(chat.TenantId, chat.PersonId!, "")
    {
        Met = chat.AccountId is null ? null : new Encounter(chat.ServiceUrl, chat.Id, chat.AccountId),
    };
}
