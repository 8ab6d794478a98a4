using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Says which of <see cref="TeamsActivityHandler"/>'s methods were called, by the reference's names; answers no invoke.</summary>
internal class DeafHandler : TeamsActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("Message");

    protected override Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("MessageReaction");

    protected override Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("Typing");

    protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("EndOfConversation");

    protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("InstallationUpdateAdd");

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("InstallationUpdateRemove");

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("UnrecognizedActivityType");

    protected override Task OnChannelCreatedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsChannelCreated");

    protected override Task OnChannelDeletedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsChannelDeleted");

    protected override Task OnChannelRenamedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsChannelRenamed");

    protected override Task OnChannelRestoredAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsChannelRestored");

    protected override Task OnTeamArchivedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsTeamArchived");

    protected override Task OnTeamDeletedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsTeamDeleted");

    protected override Task OnTeamHardDeletedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsTeamHardDeleted");

    protected override Task OnTeamRenamedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsTeamRenamed");

    protected override Task OnTeamRestoredAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsTeamRestored");

    protected override Task OnTeamUnarchivedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsTeamUnarchived");

    protected override Task OnReadReceiptAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsReadReceipt");

    protected override Task OnMeetingStartAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMeetingStart");

    protected override Task OnMeetingEndAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMeetingEnd");

    protected override Task OnMessageEditAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMessageEdit");

    protected override Task OnMessageUndeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMessageUndelete");

    protected override Task OnMessageSoftDeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMessageSoftDelete");

    protected override Task OnMeetingParticipantJoinAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMeetingParticipantsJoin");

    protected override Task OnMeetingParticipantLeaveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("TeamsMeetingParticipantsLeave");

    protected override Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(turnContext.Activity.ChannelId == Channels.Msteams ? "TeamsMembersAdded" : "MembersAdded");

    protected override Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(turnContext.Activity.ChannelId == Channels.Msteams ? "TeamsMembersRemoved" : "MembersRemoved");

    protected override Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Called("ConversationUpdate");
        return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Called("InstallationUpdate");
        return base.OnInstallationUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Called("MessageUpdate");
        return base.OnMessageUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Called("MessageDelete");
        return base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Called("Event");
        return base.OnEventActivityAsync(turnContext, cancellationToken);
    }

    protected static Task Called(string name)
    {
        CalledHandlers.Add(name);
        return Task.CompletedTask;
    }
}

/// <summary>The same with an answer to every invoke.</summary>
internal sealed class ListeningHandler : DeafHandler
{
    protected override Task<InvokeResponse?> OnCardActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("CardAction");

    protected override Task<InvokeResponse?> OnConfigFetchAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("ConfigFetch");

    protected override Task<InvokeResponse?> OnConfigSubmitAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("ConfigSubmit");

    protected override Task<InvokeResponse?> OnFileConsentAcceptAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("FileConsentAccept");

    protected override Task<InvokeResponse?> OnFileConsentDeclineAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("FileConsentDecline");

    protected override Task<InvokeResponse?> OnConnectorCardActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Taken("ConnectorCardAction");

    protected override Task<InvokeResponse?> OnQueryLinkAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("QueryLink");

    protected override Task<InvokeResponse?> OnAnonymousQueryLinkAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("AnonymousQueryLink");

    protected override Task<InvokeResponse?> OnQueryAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("ComposeQuery");

    protected override Task<InvokeResponse?> OnSelectItemAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("SelectItem");

    protected override Task<InvokeResponse?> OnSubmitActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("SubmitAction");

    protected override Task<InvokeResponse?> OnPreviewEditAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("PreviewEdit");

    protected override Task<InvokeResponse?> OnPreviewSendAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("PreviewSend");

    protected override Task<InvokeResponse?> OnFetchTaskAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("FetchTask");

    protected override Task<InvokeResponse?> OnQuerySettingUrlAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("QuerySettingUrl");

    protected override Task<InvokeResponse?> OnSettingAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Taken("Setting");

    protected override Task<InvokeResponse?> OnCardButtonClickedAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Taken("CardButtonClicked");

    protected override Task<InvokeResponse?> OnTaskFetchAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("TaskFetch");

    protected override Task<InvokeResponse?> OnTaskSubmitAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("TaskSubmit");

    protected override Task<InvokeResponse?> OnTabFetchAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("TabFetch");

    protected override Task<InvokeResponse?> OnTabSubmitAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Answer("TabSubmit");

    protected override Task<InvokeResponse?> OnSearchAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        CalledHandlers.Add("Search");
        return Task.FromResult<InvokeResponse?>(new InvokeResponse(
            200, JsonElement.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}""")));
    }

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        AdaptiveCardInvokeValue invokeValue, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        CalledHandlers.Add("AdaptiveCardAction");
        return Task.FromResult(AdaptiveCardInvokeResponse.Message($"Done {invokeValue.Action!.Verb}."));
    }

    protected override Task<InvokeResponse?> OnTokenExchangeAsync(
        TokenExchangeInvokeValue value, ITurnContext turnContext, CancellationToken cancellationToken) => Taken("TokenExchange");

    protected override Task<InvokeResponse?> OnVerifyStateAsync(
        SignInVerifyStateValue value, ITurnContext turnContext, CancellationToken cancellationToken) => Taken("VerifyState");

    protected override Task<InvokeResponse?> OnSignInFailureAsync(
        SignInFailureValue value, ITurnContext turnContext, CancellationToken cancellationToken) => Taken("SignInFailure");

    private static Task<InvokeResponse?> Taken(string name)
    {
        CalledHandlers.Add(name);
        return Task.FromResult<InvokeResponse?>(new InvokeResponse(200, null));
    }

    private static Task<InvokeResponse?> Answer(string name)
    {
        CalledHandlers.Add(name);
        return Task.FromResult<InvokeResponse?>(new InvokeResponse(200, JsonElement.Parse($$"""{"answer":"{{name}}"}""")));
    }
}
