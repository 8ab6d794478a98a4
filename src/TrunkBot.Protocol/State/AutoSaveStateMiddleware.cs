using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.State;

/// <summary>Saves these states when the bot is done; a turn that throws saves nothing.</summary>
public sealed class AutoSaveStateMiddleware(params IEnumerable<BotState> states) : IMiddleware
{
    private readonly BotState[] _states = [.. states];

    /// <inheritdoc />
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken);
        foreach (var state in _states)
            await state.SaveChangesAsync(turnContext, cancellationToken);
    }
}
