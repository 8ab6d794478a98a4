using TrunkBot.Protocol.Builder;

namespace TrunkBot.Protocol.Tests.Testing;

internal sealed class LambdaBot(Func<ITurnContext, Task> turn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext);
}
