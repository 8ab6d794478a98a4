using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Builder;

/// <summary>
/// Runs one activity through middleware and bot, atomically: state, answer, outgoing activities and the seen-mark are stored in one
/// transaction, and only then does anything leave. A turn that lost a race runs again from the start; a redelivery gets the stored answer.
/// </summary>
public sealed partial class TurnRunner(IServiceScopeFactory scopes, IOutbox outbox, IMeterFactory meters, TimeProvider time, ILogger<TurnRunner> log)
{
    private const int MaxAttempts = 50;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly TurnMeasures _measures = new(meters);
    private readonly KeyedLock _conversations = new();
    private readonly KeyedLock _losers = new();

    /// <summary>Runs the turn and returns what to answer the channel.</summary>
    /// <exception cref="TurnContentionException">Others were faster too many times in a row; nothing has happened.</exception>
    public async Task<InvokeResponse> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        var turn = new RunningTurn(activity, time);
        var span = Spans.Turn(activity);
        try
        {
            var stored = await StoreAsync(activity, turn, cancellationToken);
            await outbox.SendAsync(stored.Outgoing, cancellationToken);
            return stored.Response;
        }
        catch (Exception problem)
        {
            turn.Failed(problem);
            throw;
        }
        finally
        {
            _measures.Ended(turn);
            Spans.Ended(span, turn);
        }
    }

    private async Task<StoredTurn> StoreAsync(Activity activity, RunningTurn turn, CancellationToken cancellationToken)
    {
        var key = TurnKey.Of(activity);
        // Within one process turns of a conversation wait for each other; between processes the store decides.
        using var held = await _conversations.EnterAsync($"{activity.ChannelId}|{activity.Conversation?.Id}", cancellationToken);
        string? contested = null;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            using var alone = contested is null ? null : await WaitForOtherLosersAsync(contested, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<ITurnStore>();
            if (key is not null && await store.FindAsync(key, cancellationToken) is { } seen)
            {
                LogRedelivered(log, activity.Type, key);
                turn.WasSeen();
                return seen;
            }

            try
            {
                var ran = await RunOnceAsync(activity, turn, key, scope.ServiceProvider, cancellationToken);
                if (await store.TryCommitAsync(ran, cancellationToken))
                    return ran;
                contested = store.Contested;
            }
            catch (StaleReadException) when (attempt < MaxAttempts)
            {
            }

            LogLostRace(log, activity.Type, attempt);
        }

        throw new TurnContentionException();
    }

    // Of all who race for the same rows one wins each time: where the losers run again one after the other, nobody loses often. Not for long, for
    // one of them may be waiting for somebody outside.
    private Task<IDisposable?> WaitForOtherLosersAsync(string contested, CancellationToken cancellationToken) =>
        _losers.TryEnterAsync(contested, s_patience, cancellationToken);

    private static async Task<StoredTurn> RunOnceAsync(
        Activity activity, RunningTurn turn, string? key, IServiceProvider services, CancellationToken cancellationToken)
    {
        var turnContext = new TurnContext(activity.ShallowCopy(), services);
        var middleware = services.GetServices<IMiddleware>().ToArray();
        var bot = services.GetRequiredService<IBot>();
        try
        {
            await NextAsync(0, cancellationToken);
        }
        finally
        {
            turn.Operation = turnContext.Operation;
        }

        return new StoredTurn(key, Answer(turnContext), Leaving(turnContext));

        Task NextAsync(int index, CancellationToken token) => index < middleware.Length
            ? middleware[index].OnTurnAsync(turnContext, next => NextAsync(index + 1, next), token)
            : bot.OnTurnAsync(turnContext, token);
    }

    private static IReadOnlyList<OutgoingActivity> Leaving(TurnContext turnContext) => AnswersWithReplies(turnContext)
        ? [.. turnContext.Outgoing.Where(o => o.Operation != ConnectorOperation.Send)]
        : turnContext.Outgoing;

    private static InvokeResponse Answer(TurnContext turnContext)
    {
        if (turnContext.InvokeResponse is { } answer)
            return answer;
        if (turnContext.Activity.Type == ActivityTypes.Invoke)
            return new InvokeResponse(501, null);
        if (!AnswersWithReplies(turnContext))
            return new InvokeResponse(200, null);
        var replies = new ExpectedReplies { Activities = [.. turnContext.Outgoing.Where(o => o.Operation == ConnectorOperation.Send).Select(o => o.Activity)] };
        return new InvokeResponse(
            200, JsonSerializer.SerializeToElement(replies, ProtocolJsonContext.Default.ExpectedReplies));
    }

    // Expected replies travel in the answer; only updates and deletions still go to the connector. An invoke has another answer:
    // what is said beside it goes the usual way.
    private static bool AnswersWithReplies(TurnContext turnContext) =>
        turnContext.Activity.ExpectsReplies() && turnContext.InvokeResponse is null;

    [LoggerMessage(10, LogLevel.Information, "A redelivered {Type} was answered as before ({Key}).")]
    private static partial void LogRedelivered(ILogger log, string? type, string key);

    [LoggerMessage(11, LogLevel.Debug, "A {Type} turn lost a race and runs again (attempt {Attempt}).")]
    private static partial void LogLostRace(ILogger log, string? type, int attempt);
}

/// <summary>A turn lost every race; nothing has happened, the channel may deliver the activity again.</summary>
public sealed class TurnContentionException() : Exception("Too many others changed the same things at once. Nothing was done.");
