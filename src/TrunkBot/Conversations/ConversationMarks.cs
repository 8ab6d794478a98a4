using TrunkBot.Jobs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Conversations;

/// <summary>Notes what a channel's answers say of places: at once, whatever becomes of the work that found it out.</summary>
internal sealed class ConversationMarks(AddressBook book, Commit commit, TimeProvider clock)
{
    /// <summary>The channel says that the place is deleted, or that the bot is not in it.</summary>
    public async Task GoneAsync(ConversationReference reference, CancellationToken ct)
    {
        var known = await book.FindAsync(reference, ct);
        if (known?.GoneSince is null)
            await StoreAsync((known ?? Of(reference)) with { GoneSince = clock.GetUtcNow() }, known, ct);
    }

    /// <summary>Something was taken there, at this address.</summary>
    public async Task ReachedAsync(ConversationReference reference, string address, CancellationToken ct)
    {
        var known = await book.FindAsync(reference, ct);
        if (known is null || known.GoneSince is not null || known.ServiceUrl != address)
            await StoreAsync((known ?? Of(reference)) with { GoneSince = null, ServiceUrl = address }, known, ct);
    }

    private async Task StoreAsync(Conversation now, Conversation? before, CancellationToken ct)
    {
        List<Change> rows = [now is { GoneSince: { } since } && before is not null ? ConversationRows.Lose(before, since) : Change.Put(now)];
        if ((before?.GoneSince is null) != (now.GoneSince is null))
            rows.Add(Change.Insert(Job.Of(ConversationChanged.Of(now), now.TenantId, clock.GetUtcNow())));
        await commit.TrySaveAsync(UnitOfWork.Of(rows), ct);
    }

    // Never heard: any address that was named is newer.
    private static Conversation Of(ConversationReference reference) => new()
    {
        ChannelId = reference.ChannelId,
        Id = ActivityExtensions.WithoutThread(reference.Conversation.Id!),
        TenantId = Guid.TryParse(reference.Conversation.TenantId, out var tenant) ? tenant.ToString() : "",
        BotId = reference.Bot?.Id,
        ServiceUrl = reference.ServiceUrl,
        SeenAt = DateTimeOffset.UnixEpoch,
    };
}
