using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>Where a turn ends that breaks: the person who waits is told, and the process goes on.</summary>
/// <remarks>
/// Source: npm botbuilder-core 4.23.3, <c>BotAdapter.onTurnError</c>; the words are left to <see cref="ITurnErrorHandler"/>. Who waits for a dialog or a
/// card reads them in its place, everybody else in a message.
/// </remarks>
public sealed partial class TurnBoundary(
    TurnRunner turns, ConnectorClient connector, IEnumerable<ITurnErrorHandler> errors, ILogger<TurnBoundary> log)
{
    // The channel hangs up after about 15 seconds and delivers again; a turn that was begun is finished all the same.
    private static readonly TimeSpan s_longestTurn = TimeSpan.FromMinutes(5);

    /// <summary>Runs the turn and returns what to answer the channel, whatever happens in it.</summary>
    public async Task<InvokeResponse> RunAsync(Activity activity)
    {
        using var limit = new CancellationTokenSource(s_longestTurn);
        try
        {
            return await turns.RunAsync(activity, limit.Token);
        }
#pragma warning disable CA1031 // the turn boundary: whatever broke, the person is told and the process goes on
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogTurnFailed(log, activity.Type, problem);
            return await ApologiseAsync(activity, problem);
        }
    }

    // Nothing was stored, perhaps because nothing can be: this goes straight to the channel.
    private async Task<InvokeResponse> ApologiseAsync(Activity activity, Exception problem)
    {
        var sentence = errors.Select(handler => handler.OnTurnError(activity, problem)).FirstOrDefault(text => text is not null);
        if (sentence is null || activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke))
            return new InvokeResponse(StatusCodes.Status500InternalServerError, null);
        if (activity.Name is InvokeNames.TaskFetch or InvokeNames.TaskSubmit)
            return TaskModuleResponse.Message(sentence);
        if (activity.Name == InvokeNames.AdaptiveCardAction)
            return InvokeResponse.Of(AdaptiveCardInvokeResponse.Message(sentence));
        try
        {
            await SayAsync(Activity.Message(sentence).ForSenderAlone(activity));
        }
        catch (ConnectorException unreachable)
        {
            LogNotTold(log, unreachable.Message);
        }

        return new InvokeResponse(StatusCodes.Status500InternalServerError, null);

        async Task SayAsync(Activity apology)
        {
            var reference = activity.GetConversationReference();
            try
            {
                await connector.SendToConversationAsync(reference.ServiceUrl, reference.Conversation.Id!, apology.ApplyConversationReference(reference));
            }
            catch (ConnectorException refused) when (apology.IsTargeted() && !activity.IsTargeted() && refused.IsNotTaken)
            {
                await connector.SendToConversationAsync(reference.ServiceUrl, reference.Conversation.Id!, apology.ForEverybody(reference));
            }
        }
    }

    [LoggerMessage(20, LogLevel.Error, "A {Type} turn failed. Nothing of it was stored.")]
    private static partial void LogTurnFailed(ILogger log, string? type, Exception problem);

    [LoggerMessage(21, LogLevel.Warning, "The person couldn't be told that a turn failed: {Problem}")]
    private static partial void LogNotTold(ILogger log, string problem);
}
