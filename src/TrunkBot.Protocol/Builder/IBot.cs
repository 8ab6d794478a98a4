namespace TrunkBot.Protocol.Builder;

/// <summary>What handles a turn; <see cref="ActivityHandler"/> is the usual one.</summary>
public interface IBot
{
    /// <summary>Handles one incoming activity. Nothing leaves and nothing is stored until it returns; if it throws, nothing has happened.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>The rest of the pipeline.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>A piece of the turn pipeline; runs in the order of registration and may stop the turn by not calling next.</summary>
public interface IMiddleware
{
    /// <summary>Does its part and calls <paramref name="next"/>.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
