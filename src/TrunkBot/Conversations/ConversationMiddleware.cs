using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Conversations;

/// <summary>
/// Every activity renews the address of its place, and some say that a place is gone or back. It is stored with the turn, and only what has
/// changed. Whoever gets this far has proved the address by a token, and it is on the list of those that are trusted.
/// </summary>
internal sealed class ConversationMiddleware(TimeProvider clock) : Protocol.Builder.IMiddleware
{
    /// <summary>Member of the turn's state: this place was gone until now.</summary>
    public const string WasGone = "the conversation was gone";

    // To the hour is exact enough to see which address is the newest, and spares most turns a write.
    private static readonly TimeSpan s_resolution = TimeSpan.FromHours(1);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity is { ChannelId: { Length: > 0 }, ServiceUrl: { Length: > 0 }, Conversation.Id: { Length: > 0 } } && await ExtensionPlace.IsPlaceOfBotAsync(turnContext, cancellationToken))
            await NoteAsync(turnContext, activity, cancellationToken);
        await next(cancellationToken);
    }

    private async Task NoteAsync(ITurnContext turn, Activity activity, CancellationToken ct)
    {
        var book = turn.Services.GetRequiredService<AddressBook>();
        var what = ConversationEvent.Of(activity);
        var before = await book.FindAsync(activity.ChannelId!, activity.Conversation!.Id!, ct);
        var now = Heard(activity, before, what.Here);
        if (before?.GoneSince is not null && now.GoneSince is null)
            turn.TurnState[WasGone] = true;
        if (IsNews(before, now))
            Store(turn, before, now);
        if (what.ChannelId is { } channel && channel != now.Id)
            Move(turn, await book.FindAsync(activity.ChannelId!, channel, ct) ?? Unheard(now, channel), what.IsGone);
        if (what.TeamId is { Length: > 0 } team)
            await MoveTeamAsync(turn, book, now, team, what.IsGone, ct);
    }

    private async Task MoveTeamAsync(ITurnContext turn, AddressBook book, Conversation here, string team, bool isGone, CancellationToken ct)
    {
        foreach (var place in await book.OfTeamAsync(here.ChannelId, team, ct))
            if (place.Id != here.Id && place.TenantId == here.TenantId)
                Move(turn, place, isGone);
        // The team's own channel has the team's id; it may be that nobody has spoken there.
        if (team != here.Id && await book.FindAsync(here.ChannelId, team, ct) is { } general && general.TeamId != team)
            Move(turn, general, isGone);
    }

    private void Move(ITurnContext turn, Conversation place, bool isGone)
    {
        if (isGone != place.GoneSince is not null)
            Store(turn, place, place with { GoneSince = isGone ? clock.GetUtcNow() : null });
    }

    private static void Store(ITurnContext turn, Conversation? before, Conversation now)
    {
        turn.Services.GetRequiredService<TurnChanges>().Set($"conversation {now.ChannelId} {now.Id}", Change.Put(now));
        if ((before?.GoneSince is null) != now.GoneSince is null)
            turn.Services.GetRequiredService<JobQueue>().Add(ConversationChanged.Of(now), now.TenantId);
    }

    private static bool IsNews(Conversation? before, Conversation now) =>
        before is null || before.ServiceUrl != now.ServiceUrl || (before.GoneSince is null) != (now.GoneSince is null) || now.SeenAt - before.SeenAt >= s_resolution
        || (now.TeamId is not null && before.TeamId is null) || (now.PersonId is not null && before.PersonId is null)
        || now.Locale != before.Locale || now.LocalTimezone != before.LocalTimezone;

    private Conversation Heard(Activity activity, Conversation? before, Presence presence)
    {
        var data = TeamsChannelData.Of(activity);
        var isPersonal = activity.IsPersonal();
        var now = clock.GetUtcNow();
        return new Conversation
        {
            ChannelId = activity.ChannelId!,
            Id = ActivityExtensions.WithoutThread(activity.Conversation!.Id!),
            TenantId = Guid.TryParse(activity.Conversation.TenantId ?? data.Tenant?.Id, out var tenant) ? tenant.ToString() : before?.TenantId ?? "",
            TeamId = data.Team?.Id ?? before?.TeamId,
            PersonId = isPersonal && Guid.TryParse(activity.From?.AadObjectId, out var person) ? person.ToString() : before?.PersonId,
            AccountId = isPersonal ? activity.From?.Id : null,
            BotId = activity.Recipient?.Id ?? before?.BotId,
            Locale = isPersonal ? LocaleOf(activity) ?? before?.Locale : null,
            LocalTimezone = isPersonal ? Reader.Of(activity).Zone.Id ?? before?.LocalTimezone : null,
            ServiceUrl = activity.ServiceUrl!,
            SeenAt = now,
            GoneSince = presence is Presence.Gone ? before?.GoneSince ?? now : null,
        };
    }

    // What a client writes there is no more than a hint: the language is kept in which it is answered. Not all that a channel says of a chat has one.
    private static string? LocaleOf(Activity activity) => activity.Locale is { Length: > 0 } ? Reader.Of(activity).Language.Tag : null;

    private static Conversation Unheard(Conversation here, string channel) => new()
    {
        ChannelId = here.ChannelId,
        Id = channel,
        TenantId = here.TenantId,
        TeamId = here.TeamId,
        BotId = here.BotId,
        ServiceUrl = here.ServiceUrl,
        SeenAt = here.SeenAt,
    };
}
