using System.Collections.Frozen;
using System.Text.Json;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

using Event = Func<TeamsActivityHandler, ITurnContext, CancellationToken, Task>;
using Invoke = Func<TeamsActivityHandler, ITurnContext, CancellationToken, Task<InvokeResponse?>>;

/// <summary>
/// A bot with one method for each invoke and event that only Teams sends, beside those of <see cref="ActivityHandler"/>. What nobody overrides is
/// answered 200 and ignored, an invoke 501; what comes from another channel is not looked at here.
/// </summary>
/// <remarks>
/// Cases follow npm botbuilder 4.23.3, <c>TeamsActivityHandler</c>. Every method reads its activity's <see cref="Activity.Value"/> itself; null as an
/// invoke's answer means that nobody knows it (501).
/// </remarks>
public abstract class TeamsActivityHandler : ActivityHandler
{
    private static readonly FrozenDictionary<string, Invoke> s_invokes = new Dictionary<string, Invoke>
    {
        [TeamsInvokeNames.ConfigFetch] = (bot, turn, token) => bot.OnConfigFetchAsync(turn, token),
        [TeamsInvokeNames.ConfigSubmit] = (bot, turn, token) => bot.OnConfigSubmitAsync(turn, token),
        [TeamsInvokeNames.ConnectorCardAction] = (bot, turn, token) => bot.OnConnectorCardActionAsync(turn, token),
        [TeamsInvokeNames.QueryLink] = (bot, turn, token) => bot.OnQueryLinkAsync(turn, token),
        [TeamsInvokeNames.AnonymousQueryLink] = (bot, turn, token) => bot.OnAnonymousQueryLinkAsync(turn, token),
        [TeamsInvokeNames.Query] = (bot, turn, token) => bot.OnQueryAsync(turn, token),
        [TeamsInvokeNames.SelectItem] = (bot, turn, token) => bot.OnSelectItemAsync(turn, token),
        [TeamsInvokeNames.FetchTask] = (bot, turn, token) => bot.OnFetchTaskAsync(turn, token),
        [TeamsInvokeNames.QuerySettingUrl] = (bot, turn, token) => bot.OnQuerySettingUrlAsync(turn, token),
        [TeamsInvokeNames.Setting] = (bot, turn, token) => bot.OnSettingAsync(turn, token),
        [TeamsInvokeNames.CardButtonClicked] = (bot, turn, token) => bot.OnCardButtonClickedAsync(turn, token),
        [TeamsInvokeNames.TaskFetch] = (bot, turn, token) => bot.OnTaskFetchAsync(turn, token),
        [TeamsInvokeNames.TaskSubmit] = (bot, turn, token) => bot.OnTaskSubmitAsync(turn, token),
        [TeamsInvokeNames.TabFetch] = (bot, turn, token) => bot.OnTabFetchAsync(turn, token),
        [TeamsInvokeNames.TabSubmit] = (bot, turn, token) => bot.OnTabSubmitAsync(turn, token),
        [TeamsInvokeNames.Search] = (bot, turn, token) => bot.OnSearchAsync(turn, token),
        [TeamsInvokeNames.FileConsent] = (bot, turn, token) => Member(turn, "action") switch
        {
            "accept" => bot.OnFileConsentAcceptAsync(turn, token),
            "decline" => bot.OnFileConsentDeclineAsync(turn, token),
            _ => BadRequest,
        },
        [TeamsInvokeNames.SubmitAction] = (bot, turn, token) => Member(turn, "botMessagePreviewAction") switch
        {
            null or "" => bot.OnSubmitActionAsync(turn, token),
            "edit" => bot.OnPreviewEditAsync(turn, token),
            "send" => bot.OnPreviewSendAsync(turn, token),
            _ => BadRequest,
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Event> s_conversationUpdates = new Dictionary<string, Event>
    {
        [TeamsEventTypes.ChannelCreated] = (bot, turn, token) => bot.OnChannelCreatedAsync(turn, token),
        [TeamsEventTypes.ChannelDeleted] = (bot, turn, token) => bot.OnChannelDeletedAsync(turn, token),
        [TeamsEventTypes.ChannelRenamed] = (bot, turn, token) => bot.OnChannelRenamedAsync(turn, token),
        [TeamsEventTypes.ChannelRestored] = (bot, turn, token) => bot.OnChannelRestoredAsync(turn, token),
        [TeamsEventTypes.TeamArchived] = (bot, turn, token) => bot.OnTeamArchivedAsync(turn, token),
        [TeamsEventTypes.TeamDeleted] = (bot, turn, token) => bot.OnTeamDeletedAsync(turn, token),
        [TeamsEventTypes.TeamHardDeleted] = (bot, turn, token) => bot.OnTeamHardDeletedAsync(turn, token),
        [TeamsEventTypes.TeamRenamed] = (bot, turn, token) => bot.OnTeamRenamedAsync(turn, token),
        [TeamsEventTypes.TeamRestored] = (bot, turn, token) => bot.OnTeamRestoredAsync(turn, token),
        [TeamsEventTypes.TeamUnarchived] = (bot, turn, token) => bot.OnTeamUnarchivedAsync(turn, token),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Event> s_messageChanges = new Dictionary<string, Event>
    {
        [TeamsEventTypes.EditMessage] = (bot, turn, token) => bot.OnMessageEditAsync(turn, token),
        [TeamsEventTypes.UndeleteMessage] = (bot, turn, token) => bot.OnMessageUndeleteAsync(turn, token),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Event> s_events = new Dictionary<string, Event>
    {
        [TeamsEventNames.ReadReceipt] = (bot, turn, token) => bot.OnReadReceiptAsync(turn, token),
        [TeamsEventNames.MeetingStart] = (bot, turn, token) => bot.OnMeetingStartAsync(turn, token),
        [TeamsEventNames.MeetingEnd] = (bot, turn, token) => bot.OnMeetingEndAsync(turn, token),
        [TeamsEventNames.MeetingParticipantJoin] = (bot, turn, token) => bot.OnMeetingParticipantJoinAsync(turn, token),
        [TeamsEventNames.MeetingParticipantLeave] = (bot, turn, token) => bot.OnMeetingParticipantLeaveAsync(turn, token),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Task<InvokeResponse?> Unknown => Task.FromResult<InvokeResponse?>(null);

    private static Task<InvokeResponse?> BadRequest => Task.FromResult<InvokeResponse?>(new InvokeResponse(400, null));

    /// <inheritdoc />
    protected override Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity is { Name: null or "", ChannelId: Channels.Msteams })
            return OnCardActionAsync(turnContext, cancellationToken);
        return turnContext.Activity.Name is { } name && s_invokes.TryGetValue(name, out var invoke)
            ? invoke(this, turnContext, cancellationToken)
            : base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        if (turnContext.Activity is { MembersAdded: null or { Count: 0 }, MembersRemoved: null or { Count: 0 } })
            await OnNamedAsync(s_conversationUpdates, EventType(turnContext), turnContext, cancellationToken);
    }

    /// <inheritdoc />
    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnNamedAsync(s_messageChanges, EventType(turnContext), turnContext, cancellationToken);

    /// <inheritdoc />
    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.ChannelId == Channels.Msteams && EventType(turnContext) == TeamsEventTypes.SoftDeleteMessage
            ? OnMessageSoftDeleteAsync(turnContext, cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc />
    protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnNamedAsync(s_events, turnContext.Activity.Name, turnContext, cancellationToken);

    /// <summary>Which dialog configures the bot?</summary>
    protected virtual Task<InvokeResponse?> OnConfigFetchAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>That dialog was submitted.</summary>
    protected virtual Task<InvokeResponse?> OnConfigSubmitAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A click on an Office 365 connector card.</summary>
    protected virtual Task<InvokeResponse?> OnConnectorCardActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>What card stands for a pasted link?</summary>
    protected virtual Task<InvokeResponse?> OnQueryLinkAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>The same, asked by somebody who has not installed the app.</summary>
    protected virtual Task<InvokeResponse?> OnAnonymousQueryLinkAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A search of a message extension.</summary>
    protected virtual Task<InvokeResponse?> OnQueryAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A result of that search was chosen.</summary>
    protected virtual Task<InvokeResponse?> OnSelectItemAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>Which dialog opens for an action of a message extension?</summary>
    protected virtual Task<InvokeResponse?> OnFetchTaskAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>Where are a message extension's settings?</summary>
    protected virtual Task<InvokeResponse?> OnQuerySettingUrlAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A message extension's settings were stored.</summary>
    protected virtual Task<InvokeResponse?> OnSettingAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A click on a card that a message extension has put into a message.</summary>
    protected virtual Task<InvokeResponse?> OnCardButtonClickedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>Which dialog opens? Goes to the method of <see cref="ActivityHandler"/> that is given what the client says.</summary>
    protected virtual Task<InvokeResponse?> OnTaskFetchAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnTaskModuleInvokeAsync(turnContext, cancellationToken);

    /// <summary>A dialog was submitted. Goes to the method of <see cref="ActivityHandler"/> that is given what the client says.</summary>
    protected virtual Task<InvokeResponse?> OnTaskSubmitAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnTaskModuleInvokeAsync(turnContext, cancellationToken);

    /// <summary>What is on a tab of cards?</summary>
    protected virtual Task<InvokeResponse?> OnTabFetchAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A tab of cards was submitted.</summary>
    protected virtual Task<InvokeResponse?> OnTabSubmitAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>What can be chosen in a dynamic choice set?</summary>
    protected virtual Task<InvokeResponse?> OnSearchAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>An invoke without a name, as older cards of Teams send it.</summary>
    protected virtual Task<InvokeResponse?> OnCardActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A person takes a file.</summary>
    protected virtual Task<InvokeResponse?> OnFileConsentAcceptAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A person declines a file.</summary>
    protected virtual Task<InvokeResponse?> OnFileConsentDeclineAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>An action of a message extension was submitted.</summary>
    protected virtual Task<InvokeResponse?> OnSubmitActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>The message that such an action would post is to be changed.</summary>
    protected virtual Task<InvokeResponse?> OnPreviewEditAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>The message that such an action would post is to be posted.</summary>
    protected virtual Task<InvokeResponse?> OnPreviewSendAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Unknown;

    /// <summary>A channel was made.</summary>
    protected virtual Task OnChannelCreatedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A channel was deleted.</summary>
    protected virtual Task OnChannelDeletedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A channel has a new name.</summary>
    protected virtual Task OnChannelRenamedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A channel is back.</summary>
    protected virtual Task OnChannelRestoredAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team was put away.</summary>
    protected virtual Task OnTeamArchivedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team was deleted.</summary>
    protected virtual Task OnTeamDeletedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team is gone for good.</summary>
    protected virtual Task OnTeamHardDeletedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team has a new name.</summary>
    protected virtual Task OnTeamRenamedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team is back.</summary>
    protected virtual Task OnTeamRestoredAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A team is in use again.</summary>
    protected virtual Task OnTeamUnarchivedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was changed.</summary>
    protected virtual Task OnMessageEditAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message is back.</summary>
    protected virtual Task OnMessageUndeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was deleted; it can come back.</summary>
    protected virtual Task OnMessageSoftDeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody has read up to a message of the bot.</summary>
    protected virtual Task OnReadReceiptAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A meeting began.</summary>
    protected virtual Task OnMeetingStartAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A meeting ended.</summary>
    protected virtual Task OnMeetingEndAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody came into a meeting.</summary>
    protected virtual Task OnMeetingParticipantJoinAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody left a meeting.</summary>
    protected virtual Task OnMeetingParticipantLeaveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task OnNamedAsync(FrozenDictionary<string, Event> known, string? name, ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.ChannelId == Channels.Msteams && name is not null && known.TryGetValue(name, out var handle)
            ? handle(this, turnContext, cancellationToken)
            : Task.CompletedTask;

    private static string? EventType(ITurnContext turnContext) => TeamsChannelData.Of(turnContext.Activity).EventType;

    private static string? Member(ITurnContext turnContext, string name) =>
        turnContext.Activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member)
            ? member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText()
            : null;
}
