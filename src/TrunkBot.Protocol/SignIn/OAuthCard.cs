using System.Text.Json;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.SignIn;

/// <summary>
/// Asks somebody to sign in. Where it names a <see cref="TokenExchangeResource"/>, each client of the person sends its token first, as an invoke
/// <c>signin/tokenExchange</c>, and shows the button only where that is answered 412.
/// </summary>
/// <remarks>Source: Teams documentation, "Enable SSO for your bot"; npm botframework-schema 4.23.3, <c>OAuthCard</c>. Not for channels of a team.</remarks>
public sealed class OAuthCard
{
    /// <summary>Content type of its attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.oauth";

    /// <summary>What the person reads above the button.</summary>
    public string? Text { get; set; }

    /// <summary>Name of the Azure Bot's OAuth connection.</summary>
    public required string ConnectionName { get; set; }

    /// <summary>The button, of type <c>signin</c>; its value is <see cref="SignInResource.SignInLink"/>.</summary>
    public List<CardAction> Buttons { get; set; } = [];

    /// <summary>What a client's token has to be for; null leaves the button alone.</summary>
    public TokenExchangeResource? TokenExchangeResource { get; set; }

    /// <summary>Where a client may post its token instead; passed on as it came.</summary>
    public TokenPostResource? TokenPostResource { get; set; }

    /// <summary>A card by what the token service gave for this turn.</summary>
    public static OAuthCard Of(string connectionName, SignInResource resource, string text, string button) => new()
    {
        Text = text,
        ConnectionName = connectionName,
        Buttons = [CardAction.SignIn(button, resource.SignInLink)],
        TokenExchangeResource = resource.TokenExchangeResource,
        TokenPostResource = resource.TokenPostResource,
    };

    /// <summary>The card as it travels.</summary>
    public Attachment ToAttachment() => new()
    {
        ContentType = ContentType,
        Content = JsonSerializer.SerializeToElement(this, ProtocolJsonContext.Default.OAuthCard),
    };
}

/// <summary>What a client's token has to be for.</summary>
public sealed class TokenExchangeResource
{
    /// <summary>Names this card: every client sends it back as <see cref="TokenExchangeInvokeValue.Id"/>.</summary>
    public string? Id { get; set; }

    /// <summary>Application ID URI, such as <c>api://botid-&lt;app id&gt;</c>.</summary>
    public string? Uri { get; set; }

    /// <summary>Identity provider; absent for Microsoft Entra.</summary>
    public string? ProviderId { get; set; }
}

/// <summary>Where a client may post its token.</summary>
public sealed class TokenPostResource
{
    /// <summary>Address that is good for this one sign-in.</summary>
    public string? SasUrl { get; set; }
}
