using TrunkBot.Protocol.Builder;

namespace TrunkBot.Languages;

/// <summary>A turn speaks the language of whoever has it.</summary>
internal sealed class LanguageMiddleware : Protocol.Builder.IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        using var language = Language.Of(turnContext.Activity.Locale).Speak();
        await next(cancellationToken);
    }
}
