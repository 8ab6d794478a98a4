using System.Text.Json;
using TrunkBot.Chat.SignIn;
using TrunkBot.Chat.Windows;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Chat;

/// <summary>The front desk: what a person typed or clicked goes to the right command, card action or open question.</summary>
internal sealed class ProvisioningBot(
    ChatPeople people, CardActionTable cardActions, WindowDesk windows, ExtensionDesk extension, DialogDesk dialogs, LineDesk lines, Greeter greeter, SignInDesk signIn)
    : TeamsActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = await people.OpenAsync(turnContext, cancellationToken);
        var activity = turnContext.Activity;
        var text = activity.RemoveRecipientMention();
        if (activity.Value is { ValueKind: JsonValueKind.Object } data && text.Length == 0)
            await cardActions.SubmitAsync(turn, data, cancellationToken);
        else if (!IsMeant(turn, text) && !await dialogs.IsOpenAsync(turn, cancellationToken))
            return;
        else if (text.Length > 0)
            await lines.HearAsync(turn, text, cancellationToken);
        else if (activity.MentionsRecipient())
            await lines.ShowChoicesAsync(turn, ChatTexts.WhatNext, cancellationToken);
        else
            await turn.WhisperAsync(ChatTexts.NotReadable, cancellationToken);
    }

    // An edit can add a password to what was harmless; nothing else in it is read, for what the message asked for is done already.
    protected override async Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = await people.OpenAsync(turnContext, cancellationToken);
        // An edit that adds a password is one that everybody there can read now.
        var (text, hadSecret) = HeardSecrets.TakeOut(turn, turnContext.Activity.RemoveRecipientMention(), isAnswer: false);
        if (TeamsChannelData.Of(turnContext.Activity).EventType == TeamsEventTypes.UndeleteMessage || !hadSecret && !IsMeant(turn, text))
            return;
        await turn.WhisperAsync(hadSecret ? ChatTexts.PasswordSaid(turn.IsPersonal) : ChatTexts.EditNotRead, cancellationToken);
    }

    // It offers no files, so whatever is said of one is nothing that it knows.
    protected override Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name is TeamsInvokeNames.FileConsent ? Task.FromResult<InvokeResponse?>(null) : base.OnInvokeActivityAsync(turnContext, cancellationToken);

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        AdaptiveCardInvokeValue invokeValue, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = await people.OpenAsync(turnContext, cancellationToken);
        return await cardActions.InvokeAsync(turn, invokeValue.Action?.Data, cancellationToken);
    }

    protected override async Task<InvokeResponse?> OnTaskModuleFetchAsync(TaskModuleRequest request, ITurnContext turnContext, CancellationToken cancellationToken) =>
        await windows.OpenAsync(request, turnContext, cancellationToken);

    protected override async Task<InvokeResponse?> OnTaskModuleSubmitAsync(TaskModuleRequest request, ITurnContext turnContext, CancellationToken cancellationToken) =>
        await windows.SubmitAsync(request, turnContext, cancellationToken);

    protected override async Task<InvokeResponse?> OnFetchTaskAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await extension.OpenAsync(turnContext, cancellationToken);

    protected override async Task<InvokeResponse?> OnSubmitActionAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await extension.SubmitAsync(turnContext, cancellationToken);

    protected override async Task<InvokeResponse?> OnQueryAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await extension.SearchAsync(turnContext, cancellationToken);

    protected override async Task<InvokeResponse?> OnQueryLinkAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await extension.UnfurlAsync(turnContext, cancellationToken);

    protected override Task<InvokeResponse?> OnTokenExchangeAsync(TokenExchangeInvokeValue value, ITurnContext turnContext, CancellationToken cancellationToken) =>
        signIn.ExchangeAsync(value, turnContext, cancellationToken);

    protected override Task<InvokeResponse?> OnVerifyStateAsync(SignInVerifyStateValue value, ITurnContext turnContext, CancellationToken cancellationToken) =>
        signIn.VerifyAsync(value, turnContext, cancellationToken);

    protected override Task<InvokeResponse?> OnSignInFailureAsync(SignInFailureValue value, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(signIn.Failed(value));

    protected override async Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (membersAdded.Any(member => member.Id == turnContext.Activity.Recipient?.Id))
            await greeter.GreetOnceAsync(await people.OpenAsync(turnContext, cancellationToken), cancellationToken);
    }

    protected override async Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await greeter.GreetOnceAsync(await people.OpenAsync(turnContext, cancellationToken), cancellationToken);

    // Where the app may read a whole group, it must not answer what was said to others.
    private static bool IsMeant(ChatTurn turn, string text) =>
        turn.IsPersonal || text.StartsWith('/') || turn.Activity.MentionsRecipient() || turn.Activity.IsTargeted();
}
