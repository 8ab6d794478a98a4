using TrunkBot.Chat.Hearing;
using TrunkBot.Chat.SignIn;
using TrunkBot.Chat.Windows;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Chat;

/// <summary>The front desk: whatever the channel sends goes to the desk that knows what to do with it.</summary>
internal sealed class ProvisioningBot(
    ChatPeople people, MessageDesk messages, WindowDesk windows, ExtensionDesk extension, Greeter greeter, SignInDesk signIn) : TeamsActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await messages.HearAsync(await people.OpenAsync(turnContext, cancellationToken), cancellationToken);

    protected override async Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        await MessageDesk.HearEditAsync(await people.OpenAsync(turnContext, cancellationToken), cancellationToken);

    // It offers no files, so whatever is said of one is nothing that it knows.
    protected override Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name is TeamsInvokeNames.FileConsent ? Task.FromResult<InvokeResponse?>(null) : base.OnInvokeActivityAsync(turnContext, cancellationToken);

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        AdaptiveCardInvokeValue invokeValue, ITurnContext turnContext, CancellationToken cancellationToken) =>
        await messages.ClickAsync(await people.OpenAsync(turnContext, cancellationToken), invokeValue.Action?.Data, cancellationToken);

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
}
