using TrunkBot.Access;
using TrunkBot.Languages;

namespace TrunkBot.Chat.SignIn;

/// <summary>What is said about signing in.</summary>
internal static class SignInTexts
{
    public static string Button => Say.It("Sign in");

    public static string Ask => Say.It("Sign in, so I can check your roles. I use it for nothing else.");

    public static string ThenPressAgain => Say.It("Sign in first, so I can check your roles. Then press the button again.");

    public static string InPersonalChat => Say.It("I need to check your roles first. Open a chat with me, type /signin, and then try again here.");

    public static string SeeMyMessage => Say.It("I need to check your roles first. My message here, which only you can see, says how.");

    public static string InTeams => Say.It("Sign in to me in Microsoft Teams first, so I can check your roles. Then try again here.");

    public static string SignedOut => Say.It("You're signed out, and I no longer know your roles from Microsoft Entra. Type /signin to sign in again.");

    public static string NotSignedOut => Say.It("I no longer know your roles, but I couldn't sign you out at Microsoft. Type /signout again in a few minutes.");

    public static string WrongPerson => Say.It("That sign-in wasn't yours, or it was too old, so it doesn't count. Type /signin to try again.");

    public static string Unreachable => Say.It("I can't reach Microsoft's sign-in right now. Nothing was changed. Try again in a few minutes.");

    public static string MoreBySigningIn => Say.It("Some roles show only when you sign in. Type /signin in a chat with me.");

    public static string SignedIn(RoleSet roles) => roles.IsEmpty
        ? Say.It("You're signed in, but you have no role in TrunkBot. Your administrators can give you one.")
        : Say.It($"You're signed in. Your roles: {AccessTexts.Names(roles.Roles.Order())}.");
}
