namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>What the bot shows instead of a secret: a JWT that says who it is.</summary>
/// <remarks>Source: RFC 7523, "JWT Bearer Token Profiles", 2.2.</remarks>
internal interface IBotAssertion
{
    /// <param name="clientId">The bot's app id.</param>
    /// <param name="tokenEndpoint">The address that it is shown to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BotTokenException">None can be made.</exception>
    Task<string> CreateAsync(string clientId, string tokenEndpoint, CancellationToken cancellationToken);
}
