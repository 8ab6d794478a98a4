namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>How the bot gets a token, by one kind of credential. It keeps none.</summary>
internal interface IBotLogin
{
    /// <param name="scope">Such as <c>https://api.botframework.com/.default</c>.</param>
    /// <exception cref="BotTokenException">There is none to be had.</exception>
    Task<IssuedToken> LogInAsync(string scope);
}

/// <summary>A token that was just issued.</summary>
/// <param name="Value">The token.</param>
/// <param name="Lifetime">How long it is good from now on.</param>
internal sealed record IssuedToken(string Value, TimeSpan Lifetime);
