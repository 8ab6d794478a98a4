using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.SignIn;

/// <summary>A token that the token service holds for a person. A secret: never stored, never logged.</summary>
public sealed class TokenResponse
{
    /// <summary>Channel that the person signed in on.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Name of the connection.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>The token.</summary>
    public string? Token { get; set; }

    /// <summary>When it ends, as the service writes it.</summary>
    public string? Expiration { get; set; }
}

/// <summary>What a card needs to let somebody sign in.</summary>
public sealed class SignInResource
{
    /// <summary>The page to sign in on, good for this person and conversation alone.</summary>
    public string? SignInLink { get; set; }

    /// <summary>For a silent exchange; absent where the connection has no token exchange URL, or the state names no app.</summary>
    public TokenExchangeResource? TokenExchangeResource { get; set; }

    /// <summary>Where a client may post its token.</summary>
    public TokenPostResource? TokenPostResource { get; set; }
}

/// <summary>Body of <c>POST api/usertoken/exchange</c>: one of both.</summary>
public sealed class TokenExchangeRequest
{
    /// <summary>A token of a client, to be exchanged for one of the connection.</summary>
    public string? Token { get; set; }

    /// <summary>Whom a new token is to be for, by what the service holds of the person.</summary>
    public string? Uri { get; set; }
}

/// <summary>What <c>state</c> of a sign-in holds, as JSON in base64.</summary>
public sealed class TokenExchangeState
{
    /// <summary>The connection.</summary>
    public required string ConnectionName { get; set; }

    /// <summary>Who signs in, and where.</summary>
    public required ConversationReference Conversation { get; set; }

    /// <summary>The bot's app id; without it the service names nothing to exchange a token for.</summary>
    public required string MsAppId { get; set; }
}
