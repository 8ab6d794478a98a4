using TrunkBot.Protocol.Builder;
using IMiddleware = TrunkBot.Protocol.Builder.IMiddleware;

namespace TrunkBot.Outbox.Waiting;

/// <summary>Shows the sign while a turn runs. It has ended before anything of the turn leaves, so that it never comes after the answer.</summary>
internal sealed class WaitingMiddleware(IEnumerable<IWaitingSign> signs) : IMiddleware
{
    private readonly IWaitingSign? _sign = signs.LastOrDefault();

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await using var sign = _sign?.Begin(turnContext.Activity);
        await next(cancellationToken);
    }
}
