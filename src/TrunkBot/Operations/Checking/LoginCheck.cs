using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Operations.Checking;

/// <summary>Does the login endpoint know the bot by its credential?</summary>
internal sealed class LoginCheck(BotTokenSource tokens, IOptions<ChannelAuthenticationOptions> options) : IOutsideCheck
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct)
    {
        if (options.Value.IsAnonymous)
            return [new NotVerified(CheckTexts.NoRegistration)];
        try
        {
            await tokens.GetAsync(ct);
            return [new Good(CheckTexts.TokenGiven)];
        }
        catch (BotTokenException refused) when (!refused.MayPass)
        {
            return [new NotGood(refused.Message)];
        }
        catch (Exception silent) when (silent is BotTokenException or OperationCanceledException)
        {
            return [new NotVerified(CheckTexts.LoginSilent)];
        }
    }
}
