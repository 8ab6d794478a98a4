using TrunkBot.Protocol.Builder;

namespace TrunkBot.Languages;

/// <summary>A turn speaks the language of whoever has it, and says times in their zone.</summary>
internal sealed class LanguageMiddleware : Protocol.Builder.IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        using var speaking = Reader.Of(turnContext.Activity).Speak();
        await next(cancellationToken);
    }
}
