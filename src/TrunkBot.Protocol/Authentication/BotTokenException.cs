namespace TrunkBot.Protocol.Authentication;

/// <summary>The bot got no token to speak with, so nothing was sent. Never holds a secret, a token or the login's answer.</summary>
public sealed class BotTokenException : Exception
{
    private BotTokenException(string code, bool mayPass, string message)
        : base(mayPass ? $"{message} The next attempt can succeed." : message) =>
        (Code, MayPass) = (code, mayPass);

    /// <summary>Short name of the error, such as <c>invalid_client</c>.</summary>
    public string Code { get; }

    /// <summary>True if a later try may succeed; false while the settings stay as they are.</summary>
    public bool MayPass { get; }

    /// <summary>The number that Entra gives its refusals, <c>AADSTS…</c>; null where it gave none.</summary>
    internal int? EntraError { get; init; }

    internal static BotTokenException OfEntra(string code, bool mayPass, string proof, int? number = null) => new(code, mayPass, mayPass
        ? $"The sign-in endpoint gave the bot no token ({code})."
        : $"The sign-in endpoint refuses the bot ({code}). Check MicrosoftAppId, {proof}, MicrosoftAppTenantId and MicrosoftAppType.")
    { EntraError = number };

    internal static BotTokenException OfCertificate(string code, bool mayPass) => new(
        code, mayPass, $"The bot has no certificate to sign in with ({code}). Check MicrosoftAppCredential.");

    internal static BotTokenException OfManagedIdentity(string code, bool mayPass) => new(code, mayPass, mayPass
        ? $"The machine gave the bot no token of its managed identity ({code})."
        : $"The machine gives the bot no token of its managed identity ({code}). Check that the identity is assigned to it, and its client id.");
}
