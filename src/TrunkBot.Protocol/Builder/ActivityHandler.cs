using TrunkBot.Protocol.Schema;

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

    private static AdaptiveCardInvokeValue? ReadCardInvoke(Activity activity)
    {
        var value = activity.Value is { } json ? TolerantJson.Read(json, ProtocolJsonContext.Default.AdaptiveCardInvokeValue) : null;
        return value?.Action is { Type: "Action.Execute" } ? value : null;
    }
}
