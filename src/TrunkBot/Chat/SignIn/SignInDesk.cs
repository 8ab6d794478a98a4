using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Access.SignIn;
using TrunkBot.Chat.Hearing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Chat.SignIn;

/// <summary>What clients say of a sign-in. When it is done, the person is told, and what they had typed is heard as if they had typed it again.</summary>
internal sealed class SignInDesk(
    PersonReader people, SignInBook book, IOptions<SignInOptions> options, PendingSignIn pending, LineDesk lines, ILogger<SignInDesk> log)
{
    /// <summary>A client sends its person's token: the first one acts, all others are told that it is done.</summary>
    public async Task<InvokeResponse?> ExchangeAsync(TokenExchangeInvokeValue value, ITurnContext context, CancellationToken ct)
    {
        if (!options.Value.IsOn)
            return null;
        if (value.ConnectionName != options.Value.ConnectionName)
            return new InvokeResponse(StatusCodes.Status400BadRequest, null);
        if (await TokenExchangeMarks.IsTakenAsync(context, value.Id!, ct))
            return value.Taken();
        if (AccountOf(context.Activity) is not { } account || !await IsTakenAsync(context.Activity, account, value.Token!, ct))
            return value.NotTaken(Say.It("The token wasn't taken. Sign in with the button."));
        await TokenExchangeMarks.TakeAsync(context, value.Id!, ct);
        await GoOnAsync(context, ct);
        return value.Taken();
    }

    /// <summary>Somebody has signed in in a window. A service that cannot be reached fails the turn, so that the client tries again.</summary>
    public async Task<InvokeResponse?> VerifyAsync(SignInVerifyStateValue value, ITurnContext context, CancellationToken ct)
    {
        if (!options.Value.IsOn)
            return null;
        if (AccountOf(context.Activity) is not { } account || !await book.VerifyAsync(people.Of(context.Activity), account, value.State!, ct))
        {
            if (!SignInOffer.IsTeamChannel(context.Activity))
                await context.SendActivityAsync(SignInTexts.WrongPerson, ct);
            return new InvokeResponse(StatusCodes.Status404NotFound, null);
        }

        await GoOnAsync(context, ct);
        return new InvokeResponse(StatusCodes.Status200OK, null);
    }

    /// <summary>A client got no token: an operator can do something about it, the person cannot.</summary>
    public InvokeResponse? Failed(SignInFailureValue value)
    {
        if (!options.Value.IsOn)
            return null;
        // A short name; whatever else came stays out of the log.
        var code = value.Code is { Length: > 0 and <= 64 } name && name.All(char.IsAsciiLetterOrDigit) ? name : "unknown";
        log.ClientGotNoToken(code);
        return new InvokeResponse(StatusCodes.Status200OK, null);
    }

    /// <summary>How the token service knows who speaks; null where the channel does not say.</summary>
    public static Account? AccountOf(Activity activity) =>
        activity is { ChannelId: { Length: > 0 } channel, From.Id: { Length: > 0 } id } ? new Account(channel, id) : null;

    private async Task<bool> IsTakenAsync(Activity activity, Account account, string token, CancellationToken ct)
    {
        try
        {
            return await book.ExchangeAsync(people.Of(activity), account, token, ct);
        }
        // Neither the token service nor Entra: the button is still a way, and the client shows it.
        catch (Exception unreachable) when (unreachable is ConnectorException or InvalidOperationException)
        {
            log.SignInNotOffered(unreachable.Message);
            return false;
        }
    }

    private async Task GoOnAsync(ITurnContext context, CancellationToken ct)
    {
        if (await pending.TakeAsync(context, ct) is not { } asked)
            return;
        var turn = await context.Services.GetRequiredService<ChatPeople>().OpenAsync(context, ct);
        if (turn.IsPersonal)
            await turn.SayAsync(SignInTexts.SignedIn(turn.Roles), ct);
        if (asked.Line is not { } line)
            return;
        turn.Activity.Text = line;
        await lines.HearAsync(turn, line, ct);
    }
}
