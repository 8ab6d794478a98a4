using TrunkBot.Access;

namespace TrunkBot.Chat.SignIn;

/// <summary>What is said about signing in.</summary>
internal static class SignInTexts
{
    public const string Button = "Sign in";

    public const string Ask = "Sign in, so I can check your roles. I use it for nothing else.";

    public const string ThenPressAgain = "Sign in first, so I can check your roles. Then press the button again.";

    public const string InPersonalChat = "I need to check your roles first. Open a chat with me, type /signin, and then try again here.";

    public const string SeeMyMessage = "I need to check your roles first. My message here, which only you can see, says how.";

    public const string InTeams = "Sign in to me in Microsoft Teams first, so I can check your roles. Then try again here.";

    public const string SignedOut = "You're signed out, and I no longer know your roles from Microsoft Entra. Type /signin to sign in again.";

    public const string NotSignedOut = "I no longer know your roles, but I couldn't sign you out at Microsoft. Type /signout again in a few minutes.";

    public const string WrongPerson = "That sign-in wasn't yours, or it was too old, so it doesn't count. Type /signin to try again.";

    public const string Unreachable = "I can't reach Microsoft's sign-in right now. Nothing was changed. Try again in a few minutes.";

    public const string MoreBySigningIn = "Some roles show only when you sign in. Type /signin in a chat with me.";

    public static string SignedIn(RoleSet roles) => roles.IsEmpty
        ? "You're signed in, but you have no role in TrunkBot. Your administrators can give you one."
        : $"You're signed in. Your roles: {roles}.";
}
