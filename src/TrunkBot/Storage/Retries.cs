using Polly;
using Polly.Retry;

namespace TrunkBot.Storage;

/// <summary>How often and after which pause something is tried again that passes by itself: the one rule for all who wait for a database.</summary>
internal static class Retries
{
    private const int MostAttempts = 20, AtOnce = 3;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Saves again while the back end is busy. Who is busy (a back-up tool holds the file, the server starts anew) loses no race: what was done
    /// outside must still be written down.
    /// </summary>
    public static ResiliencePipeline<bool> WhileBusy(IBackEnd backEnd, TimeProvider clock) =>
        Of<bool>(clock, MostAttempts, outcome => outcome.Exception is { } error && backEnd.IsBusy(error));

    /// <summary>The same also where nobody knows whether it was done: for what may be done again.</summary>
    public static ResiliencePipeline<bool> WhileBusyOrInDoubt(IBackEnd backEnd, TimeProvider clock) =>
        Of<bool>(clock, MostAttempts, outcome => outcome.Exception is { } error && (error is CommitInDoubtException || backEnd.IsBusy(error)));

    /// <summary>Asks again, some seconds long, until this is an answer.</summary>
    public static ResiliencePipeline<T> Until<T>(TimeProvider clock, Func<Outcome<T>, bool> isAnswer) =>
        Of<T>(clock, MostAttempts, outcome => !isAnswer(outcome));

    /// <summary>Asks again at once, a few times, when this went wrong.</summary>
    public static ResiliencePipeline AtOnceAfter(Func<Exception, bool> passes) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = AtOnce,
            Delay = TimeSpan.Zero,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } error && passes(error)),
        })
        .Build();

    /// <summary>Tries as long as the program runs: first after this pause, at last after that one.</summary>
    public static ResiliencePipeline<bool> UntilDone(TimeProvider clock, TimeSpan first, TimeSpan longest) => new ResiliencePipelineBuilder<bool> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<bool>
        {
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = first,
            MaxDelay = longest,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome is { Exception: null, Result: false }),
        })
        .Build();

    private static ResiliencePipeline<T> Of<T>(TimeProvider clock, int most, Func<Outcome<T>, bool> again) => new ResiliencePipelineBuilder<T> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<T>
        {
            MaxRetryAttempts = most - 1,
            ShouldHandle = arguments => ValueTask.FromResult(again(arguments.Outcome)),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(arguments.AttemptNumber < AtOnce ? TimeSpan.Zero : s_pause),
        })
        .Build();
}
