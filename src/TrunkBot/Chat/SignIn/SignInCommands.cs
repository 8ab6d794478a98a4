using System.CommandLine;
using TrunkBot.Access.SignIn;
using TrunkBot.Languages;
using TrunkBot.Protocol.Connector;

namespace TrunkBot.Chat.SignIn;

/// <summary>Sign in without waiting to be asked.</summary>
internal sealed class SignInCommand(SignInOffer offer) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "signin", Say.Later("Sign in, to show me your roles from Microsoft Entra"), [], new Command("signin"), ["/signin"])
    {
        Phrases = ["sign in", "login", "sign me in", "log me in"],
    };

    public Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        if (!turn.Person.IsKnown)
            return turn.WhisperAsync(ChatTexts.NoIdentity, ct);
        return SignInOffer.IsTeamChannel(turn.Activity)
            ? turn.WhisperAsync(SignInTexts.InPersonalChat, ct)
            : offer.AskAsync(turn, line: null, ct);
    }
}

/// <summary>Forgets the roles that somebody has shown by signing in, here and at the token service.</summary>
internal sealed class SignOutCommand(SignInBook book, ILogger<SignOutCommand> log) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "signout", Say.Later("Sign out: I forget your roles from Microsoft Entra"), [], new Command("signout"), ["/signout"])
    {
        Phrases = ["sign out", "log out", "logout", "sign me out", "log me out"],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        if (!turn.Person.IsKnown || SignInDesk.AccountOf(turn.Activity) is not { } account)
        {
            await turn.WhisperAsync(ChatTexts.NoIdentity, ct);
            return;
        }

        try
        {
            await book.SignOutAsync(turn.Person, account, ct);
            await turn.WhisperAsync(SignInTexts.SignedOut, ct);
        }
        catch (ConnectorException unreachable)
        {
            log.SignInNotOffered(unreachable.Message);
            await turn.WhisperAsync(SignInTexts.NotSignedOut, ct);
        }
    }
}
