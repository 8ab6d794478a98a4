using System.Text.Json;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.SignIn;

/// <summary>The value of an invoke <c>signin/tokenExchange</c>: a client's own token, in answer to an <see cref="OAuthCard"/>.</summary>
/// <remarks>Source: npm botframework-schema 4.23.3, <c>TokenExchangeInvokeRequest</c>.</remarks>
public sealed class TokenExchangeInvokeValue
{
    /// <summary>Id of the card's <see cref="TokenExchangeResource"/>; the same from every client of a person.</summary>
    public string? Id { get; set; }

    /// <summary>Name of the connection that the card named.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>A token of the person for the bot. A secret: never stored, never logged.</summary>
    public string? Token { get; set; }

    /// <summary>The answer 200: the token was taken, by this client or by another one before it.</summary>
    public InvokeResponse Taken() => Answer(200, null);

    /// <summary>The answer 412: Teams shows the card's button now.</summary>
    /// <param name="why">A sentence for a developer who looks at the client's log; nobody else sees it.</param>
    public InvokeResponse NotTaken(string why) => Answer(412, why);

    private InvokeResponse Answer(int status, string? failure) => new(status, JsonSerializer.SerializeToElement(
        new TokenExchangeInvokeResponse { Id = Id, ConnectionName = ConnectionName, FailureDetail = failure },
        ProtocolJsonContext.Default.TokenExchangeInvokeResponse));
}

/// <summary>The body that answers an invoke <c>signin/tokenExchange</c>; the HTTP status says what became of it.</summary>
public sealed class TokenExchangeInvokeResponse
{
    /// <summary>Id of the invoke's value.</summary>
    public string? Id { get; set; }

    /// <summary>Its connection.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>Why the token was not taken; absent where it was.</summary>
    public string? FailureDetail { get; set; }
}

/// <summary>The value of an invoke <c>signin/verifyState</c>: the person has signed in in a window, and Teams brings the code that proves it.</summary>
public sealed class SignInVerifyStateValue
{
    /// <summary>The magic code, six digits.</summary>
    public string? State { get; set; }
}

/// <summary>The value of an invoke <c>signin/failure</c>: a client could not get a token for the card.</summary>
/// <remarks>Source: microsoft/teams.ts, pull request 459; <c>resourcematchfailed</c> means that the Application ID URI is not the card's.</remarks>
public sealed class SignInFailureValue
{
    /// <summary>Short name of what went wrong.</summary>
    public string? Code { get; set; }

    /// <summary>A sentence of the client.</summary>
    public string? Message { get; set; }
}
