using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Protocol.Builder;

/// <summary>A bot with one method for each kind of activity. Kinds that nobody overrides are answered 200 and ignored, unknown invokes 501.</summary>
/// <remarks>Names and cases follow the Bot Framework's class of this name (microsoft/botbuilder-dotnet, <c>ActivityHandler.cs</c>).</remarks>
public abstract class ActivityHandler : IBot
{
    /// <inheritdoc />
    public virtual Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        turnContext.Activity.Type switch
        {
            ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete when turnContext.Activity.IsOwn() => Task.CompletedTask,
            ActivityTypes.Message => OnMessageActivityAsync(turnContext, cancellationToken),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Invoke => AnswerInvokeAsync(turnContext, cancellationToken),
            ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Event => OnEventActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Typing => OnTypingActivityAsync(turnContext, cancellationToken),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(turnContext, cancellationToken),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        };

    /// <summary>Somebody wrote, or submitted a card (then there is a value and no text).</summary>
    protected virtual Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The conversation changed; sorts out who came and who went, without the bot itself.</summary>
    protected virtual async Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.MembersAdded is { Count: > 0 } added)
            await OnMembersAddedAsync(added, turnContext, cancellationToken);
        if (activity.MembersRemoved is { Count: > 0 } removed)
            await OnMembersRemovedAsync(removed, turnContext, cancellationToken);
    }

    /// <summary>Members joined. The bot itself is in the list when it was added: its id is that of the recipient.</summary>
    protected virtual Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Members left, the bot perhaps among them.</summary>
    protected virtual Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The app was installed or removed; <c>action</c> is compared by its beginning, since upgrades add a suffix.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var action = turnContext.Activity.Action ?? "";
        if (action.StartsWith("add", StringComparison.OrdinalIgnoreCase))
            return OnInstallationUpdateAddAsync(turnContext, cancellationToken);
        return action.StartsWith("remove", StringComparison.OrdinalIgnoreCase)
            ? OnInstallationUpdateRemoveAsync(turnContext, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>The app was installed here.</summary>
    protected virtual Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The app was removed from here.</summary>
    protected virtual Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A request that is answered in the HTTP response; null means that nobody knows it (501).</summary>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name is InvokeNames.TokenExchange or InvokeNames.VerifyState or InvokeNames.SignInFailure)
            return await OnSignInInvokeAsync(turnContext, cancellationToken);
        if (turnContext.Activity.Name is InvokeNames.TaskFetch or InvokeNames.TaskSubmit)
            return await OnTaskModuleInvokeAsync(turnContext, cancellationToken);
        if (turnContext.Activity.Name is not InvokeNames.AdaptiveCardAction)
            return null;
        return ReadCardInvoke(turnContext.Activity) is { } value
            ? InvokeResponse.Of(await OnAdaptiveCardInvokeAsync(value, turnContext, cancellationToken))
            : InvokeResponse.Of(AdaptiveCardInvokeResponse.Error(400, "BadRequest", "I couldn't read what this button sent. Open the form again."));
    }

    /// <summary>A click on a card's <c>Action.Execute</c>.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        AdaptiveCardInvokeValue invokeValue, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(AdaptiveCardInvokeResponse.Error(400, "NotSupported", "This button no longer works."));

    /// <summary>Sorts out what a client says of a dialog; one whose value cannot be read has no data.</summary>
    protected virtual Task<InvokeResponse?> OnTaskModuleInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var request = Value(turnContext.Activity, ProtocolJsonContext.Default.TaskModuleRequest) ?? new TaskModuleRequest();
        return turnContext.Activity.Name is InvokeNames.TaskFetch
            ? OnTaskModuleFetchAsync(request, turnContext, cancellationToken)
            : OnTaskModuleSubmitAsync(request, turnContext, cancellationToken);
    }

    /// <summary>Somebody opens a dialog; see <see cref="TaskModuleResponse"/>. Null means that nobody knows it (501).</summary>
    protected virtual Task<InvokeResponse?> OnTaskModuleFetchAsync(
        TaskModuleRequest request, ITurnContext turnContext, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);

    /// <summary>Somebody submits a dialog's card; see <see cref="TaskModuleResponse"/>. Null means that nobody knows it (501).</summary>
    protected virtual Task<InvokeResponse?> OnTaskModuleSubmitAsync(
        TaskModuleRequest request, ITurnContext turnContext, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);

    /// <summary>Sorts out what a client says of a sign-in; here the HTTP status itself is the result, and a value that cannot be read is a 400.</summary>
    protected virtual Task<InvokeResponse?> OnSignInInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        return activity.Name switch
        {
            InvokeNames.TokenExchange when Value(activity, ProtocolJsonContext.Default.TokenExchangeInvokeValue)
                is { Id.Length: > 0, ConnectionName.Length: > 0, Token.Length: > 0 } value => OnTokenExchangeAsync(value, turnContext, cancellationToken),
            InvokeNames.VerifyState when Value(activity, ProtocolJsonContext.Default.SignInVerifyStateValue) is { State.Length: > 0 } value =>
                OnVerifyStateAsync(value, turnContext, cancellationToken),
            InvokeNames.SignInFailure => OnSignInFailureAsync(
                Value(activity, ProtocolJsonContext.Default.SignInFailureValue) ?? new SignInFailureValue(), turnContext, cancellationToken),
            _ => Task.FromResult<InvokeResponse?>(new InvokeResponse(400, null)),
        };
    }

    /// <summary>A client sends its person's token. 200: taken; 412: the person has to press the button; null means that nobody knows it (501).</summary>
    protected virtual Task<InvokeResponse?> OnTokenExchangeAsync(
        TokenExchangeInvokeValue value, ITurnContext turnContext, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);

    /// <summary>Somebody has signed in in a window. 200: the code is right; 404: it is not; null means that nobody knows it (501).</summary>
    protected virtual Task<InvokeResponse?> OnVerifyStateAsync(
        SignInVerifyStateValue value, ITurnContext turnContext, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);

    /// <summary>A client could not get a token; answer 200, for there is nothing that it could do about it.</summary>
    protected virtual Task<InvokeResponse?> OnSignInFailureAsync(
        SignInFailureValue value, ITurnContext turnContext, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);

    /// <summary>A reaction came or went.</summary>
    protected virtual Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was edited or undeleted.</summary>
    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was deleted.</summary>
    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A named event.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody is writing.</summary>
    protected virtual Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A conversation with a skill ended.</summary>
    protected virtual Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Anything else (A2005: to be tolerated).</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(turnContext, cancellationToken);
        // A handler may have set the answer itself.
        turnContext.InvokeResponse ??= answer ?? new InvokeResponse(501, null);
    }

    private static T? Value<T>(Activity activity, JsonTypeInfo<T> type) where T : class =>
        activity.Value is { ValueKind: JsonValueKind.Object } json ? TolerantJson.Read(json, type) : null;

    private static AdaptiveCardInvokeValue? ReadCardInvoke(Activity activity)
    {
        var value = activity.Value is { } json ? TolerantJson.Read(json, ProtocolJsonContext.Default.AdaptiveCardInvokeValue) : null;
        return value?.Action is { Type: "Action.Execute" } ? value : null;
    }
}
