using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Protocol.Schema;

/// <summary>Names of invokes.</summary>
public static class InvokeNames
{
    /// <summary>A click on an <c>Action.Execute</c>, or a card's refresh.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";

    /// <summary>Somebody opens a dialog: which card or page is it?</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>Somebody submits a dialog's card.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>A client sends a token of its person, in answer to an OAuth card.</summary>
    public const string TokenExchange = "signin/tokenExchange";

    /// <summary>A person has signed in in a window; brings the code.</summary>
    public const string VerifyState = "signin/verifyState";

    /// <summary>A client got no token for an OAuth card.</summary>
    public const string SignInFailure = "signin/failure";
}

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
/// <remarks>Source: Adaptive Cards documentation, "Universal Action Model".</remarks>
public sealed class AdaptiveCardInvokeValue
{
    /// <summary>What was clicked.</summary>
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary><c>manual</c> for a click, <c>automatic</c> for a refresh; some clients leave it out.</summary>
    public string? Trigger { get; set; }
}

/// <summary>The action of an <c>adaptiveCard/action</c> invoke.</summary>
public sealed class AdaptiveCardInvokeAction
{
    /// <summary>Always <c>Action.Execute</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Id of the action in its card.</summary>
    public string? Id { get; set; }

    /// <summary>The action's verb.</summary>
    public string? Verb { get; set; }

    /// <summary>The action's data with the card's inputs laid over it. Held by the client: it carries no authority.</summary>
    public JsonElement? Data { get; set; }
}

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke. The HTTP status is 200 always; the result is in here.</summary>
public sealed class AdaptiveCardInvokeResponse
{
    /// <summary>Result in the manner of HTTP.</summary>
    public required int StatusCode { get; init; }

    /// <summary>What <see cref="Value"/> is.</summary>
    public required string Type { get; init; }

    /// <summary>A card, a string or an error object.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Replaces the card for the person who clicked.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new()
    {
        StatusCode = 200,
        Type = Attachment.AdaptiveCardContentType,
        Value = card,
    };

    /// <summary>Shows a sentence on the card.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => new()
    {
        StatusCode = 200,
        Type = "application/vnd.microsoft.activity.message",
        Value = JsonSerializer.SerializeToElement(text, ProtocolJsonContext.Default.String),
    };

    /// <summary>Shows an error on the card.</summary>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) => new()
    {
        StatusCode = statusCode,
        Type = "application/vnd.microsoft.error",
        Value = JsonSerializer.SerializeToElement(
            new InvokeError { Code = code, Message = message }, ProtocolJsonContext.Default.InvokeError),
    };
}

/// <summary>An error inside an invoke's answer.</summary>
public sealed class InvokeError
{
    /// <summary>Short name of the error.</summary>
    public required string Code { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Message { get; init; }
}

/// <summary>The HTTP status and body that answer an invoke.</summary>
public sealed record InvokeResponse(int Status, [property: JsonIgnore] JsonElement? Body)
{
    /// <summary>
    /// True where the body is for whoever asked, now, and for nobody who reads the store: it is not kept, and a redelivery is answered without it.
    /// </summary>
    [JsonIgnore]
    public bool IsPrivate { get; init; }

    /// <summary>200 with an Adaptive Card result.</summary>
    public static InvokeResponse Of(AdaptiveCardInvokeResponse response) => new(
        200, JsonSerializer.SerializeToElement(response, ProtocolJsonContext.Default.AdaptiveCardInvokeResponse));
}
