namespace TrunkBot.Protocol.Authentication;

/// <summary>The bot got no token to speak with, so nothing was sent. Never holds a secret, a token or the login's answer.</summary>
public sealed class BotTokenException : Exception
{
    internal BotTokenException(string code, bool mayPass)
        : base(mayPass
            ? $"The sign-in endpoint gave the bot no token ({code}). The next attempt can succeed."
            : $"The sign-in endpoint refuses the bot ({code}). Check MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId and MicrosoftAppType.") =>
        (Code, MayPass) = (code, mayPass);

    /// <summary>Short name of the error, such as <c>invalid_client</c>.</summary>
    public string Code { get; }

    /// <summary>True if a later try may succeed; false while the settings stay as they are.</summary>
    public bool MayPass { get; }
}
