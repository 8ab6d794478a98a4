using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Audit;
using TrunkBot.Chat;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Approvals.Rooms;

/// <summary>Which conversation is a tenant's approvals room: the one set in chat, else the configured one.</summary>
internal sealed class RoomBook(
    TrunkBotDbContext db, IBackEnd backEnd, AddressBook places, JobQueue jobs, AuditTrail audit, IOptions<ApprovalOptions> options,
    IOptions<ChannelAuthenticationOptions> bot, TimeProvider clock)
{
    private const int MostLookedAt = 1000;

    private static readonly Statement s_reference =
        Statement.Select<ApprovalsRoom>(nameof(ApprovalsRoom.Reference)).Where(nameof(ApprovalsRoom.TenantId));

    private static readonly Statement s_open = Statement.Select<Approval>(nameof(Approval.TenantId))
        .Where(nameof(Approval.TenantId), nameof(Approval.State)).Limit();

    /// <summary>Where a tenant's approvers can be asked; null where there is no room, or it is gone.</summary>
    public async Task<ConversationReference?> FindAsync(string tenantId, CancellationToken ct) =>
        await NamedAsync(tenantId, ct) is { } room && !await places.IsGoneAsync(room, ct) ? room : null;

    /// <summary>What was named as a tenant's room, be it gone or not.</summary>
    public async Task<ConversationReference?> NamedAsync(string tenantId, CancellationToken ct)
    {
        var set = await backEnd.ReadAsync(s_reference, row => row.GetString(0), ct, tenantId);
        return set is null ? Configured(options.Value.Room, tenantId) : Read(set);
    }

    /// <summary>The tenants for which the settings name a room.</summary>
    public IReadOnlyList<string> TenantsInSettings =>
        [.. new[] { TenantOf(options.Value.Room), TenantOf(options.Value.EscalationRoom) }.OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Where a tenant's requests go that wait for too long; null where there is no such place.</summary>
    public ConversationReference? Second(string tenantId) => Configured(options.Value.EscalationRoom, tenantId);

    /// <summary>What is wrong with the rooms, as a sentence for anybody; null when nothing is. Without a room nobody's request can be submitted.</summary>
    public async Task<string?> ProblemAsync(CancellationToken ct)
    {
        var set = await db.ApprovalsRooms.OrderBy(room => room.TenantId).Take(MostLookedAt).Select(room => new { room.TenantId, room.Reference }).ToListAsync(ct);
        List<ConversationReference> rooms = [.. set.Select(room => Read(room.Reference))];
        if (TenantOf(options.Value.Room) is { } tenant && set.TrueForAll(room => room.TenantId != tenant) && Configured(options.Value.Room, tenant) is { } configured)
            rooms.Add(configured);
        if (rooms.Count == 0)
            return ApprovalTexts.NoRoomIsSet;
        var gone = 0;
        foreach (var room in rooms)
            if (await places.IsGoneAsync(room, ct))
                gone++;
        if (gone > 0)
            return ApprovalTexts.RoomsAreGone(gone, rooms.Count);
        return TenantOf(options.Value.EscalationRoom) is { } other && Second(other) is { } second && await places.IsGoneAsync(second, ct)
            ? ApprovalTexts.SecondRoomIsGone
            : null;
    }

    /// <summary>Makes the conversation of this turn the room, and says so in the old one.</summary>
    public async Task SetAsync(ChatTurn turn, CancellationToken ct)
    {
        var before = await NamedAsync(turn.Person.TenantId, ct);
        var reference = turn.Reference with
        {
            ActivityId = null,
            User = null,
            Conversation = new ConversationAccount { Id = RoomId(turn.Activity), IsGroup = true, TenantId = turn.Person.TenantId },
            // It speaks one language, but its people can be anywhere.
            LocalTimezone = null,
        };
        var row = await db.ApprovalsRooms.SingleOrDefaultAsync(room => room.TenantId == turn.Person.TenantId, ct);
        if (row is null)
            db.Add(new ApprovalsRoom(turn.Person.TenantId, Write(reference), clock.GetUtcNow()));
        else
            row.Move(Write(reference), clock.GetUtcNow());
        audit.By(turn.Person, turn.Person.TenantId, AuditTrail.Settings, "approvals room set", $"{reference.ChannelId} {reference.Conversation.Id}");
        if (before is not null && before.Conversation.Id != reference.Conversation.Id && !await places.IsGoneAsync(before, ct))
            jobs.Post(before, () => Activity.Message(ApprovalTexts.RoomMoved(turn.Person.Name)));
        await BringAsync(turn.Person.TenantId, ct);
    }

    /// <summary>Brings every open question of a room that is gone to the one that there is now.</summary>
    public async Task BringAsync(string tenantId, CancellationToken ct)
    {
        // Asked on each start, where mostly nothing is open: to build the query takes longer than all else that it does.
        if (await backEnd.ReadAsync(s_open, row => row.GetString(0), ct, tenantId, ApprovalState.Open, 1) is null)
            return;
        foreach (var approval in await OpenAsync(tenantId, ct))
            if (await IsGoneAsync(approval.Room, ct) || (approval.SecondRoom is { } second && await IsGoneAsync(second, ct)))
                await ShowAsync(approval, ct);
    }

    /// <summary>Has a question shown where it is to be seen now; work that was given up for want of a room is taken up again.</summary>
    public async Task ShowAsync(Approval approval, CancellationToken ct)
    {
        var show = new ShowApproval(approval.SubjectId);
        var stored = show.Write();
        var given = await db.Jobs.Where(job => job.State == JobState.Parked && job.Kind == ShowApproval.Kind && job.Payload == stored).ToListAsync(ct);
        given.ForEach(job => job.TryAgain(clock.GetUtcNow()));
        if (given.Count == 0)
            jobs.Add(show, approval.TenantId);
    }

    /// <summary>What waits for a decision.</summary>
    public Task<List<Approval>> OpenAsync(string tenantId, CancellationToken ct) =>
        db.Approvals.AsNoTracking().Where(approval => approval.TenantId == tenantId && approval.State == ApprovalState.Open).OrderBy(approval => approval.SubjectId).ToListAsync(ct);

    /// <summary>Whether a stored room is gone.</summary>
    public Task<bool> IsGoneAsync(string room, CancellationToken ct) => places.IsGoneAsync(Read(room), ct);

    /// <summary>Where a question's room is now: its own, or, when that is gone, the one that there is instead; null when there is none.</summary>
    public async Task<ConversationReference?> PlaceOfAsync(Approval approval, CancellationToken ct)
    {
        var own = Read(approval.Room);
        return !await places.IsGoneAsync(own, ct) ? own with { ActivityId = approval.PostId } : await FindAsync(approval.TenantId, ct);
    }

    /// <summary>Whether this turn happens in the room where the question was put.</summary>
    public static bool IsRoomOf(Approval approval, ChatTurn turn) =>
        Read(approval.Room).Conversation.Id == RoomId(turn.Activity)
        || (approval.SecondRoom is { } second && Read(second).Conversation.Id == RoomId(turn.Activity));

    public static string Write(ConversationReference reference) =>
        JsonSerializer.Serialize(reference, ProtocolJsonContext.Default.ConversationReference);

    public static ConversationReference Read(string json) =>
        JsonSerializer.Deserialize(json, ProtocolJsonContext.Default.ConversationReference)!;

    // Every request is a post of its own, so the room is the channel and not the thread in which somebody typed.
    private static string RoomId(Activity activity) => ActivityExtensions.WithoutThread(activity.Conversation!.Id!);

    private string? TenantOf(ApprovalsRoomOptions? configured) => configured is not { ConversationId.Length: > 0 } room ? null
        : (room.TenantId is { Length: > 0 } named ? named : bot.Value.MicrosoftAppTenantId)?.ToLowerInvariant();

    private ConversationReference? Configured(ApprovalsRoomOptions? room, string tenantId) =>
        room is null || !string.Equals(TenantOf(room), tenantId, StringComparison.OrdinalIgnoreCase) ? null : new ConversationReference
        {
            ChannelId = room.ChannelId,
            ServiceUrl = room.ServiceUrl,
            Conversation = new ConversationAccount { Id = room.ConversationId, IsGroup = true, TenantId = tenantId },
            Bot = new ChannelAccount { Id = $"28:{bot.Value.MicrosoftAppId}" },
        };
}
