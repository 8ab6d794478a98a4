using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrunkBot.Protocol.Schema;

/// <summary>The value of a <c>composeExtension/fetchTask</c> or <c>composeExtension/submitAction</c> invoke.</summary>
/// <remarks>Source: Teams documentation, "Create and send the dialog" and "Respond to submit action" of message extensions.</remarks>
public sealed class MessageExtensionAction
{
    /// <summary>The command as the app's manifest names it.</summary>
    public string? CommandId { get; set; }

    /// <summary>Where it was chosen: <c>compose</c>, <c>commandbox</c> or <c>message</c>.</summary>
    public string? CommandContext { get; set; }

    /// <summary>The dialog's button with the card's inputs laid over it; only with a submit. Held by the client: it carries no authority.</summary>
    public JsonElement? Data { get; set; }

    /// <summary>The message that it was chosen from; only with <c>message</c>.</summary>
    public MessagePayload? MessagePayload { get; set; }

    /// <summary>What an activity carries; one without members where it cannot be read.</summary>
    /// <param name="activity">The invoke.</param>
    public static MessageExtensionAction Of(Activity activity) => ExtensionValue.Of(activity, ProtocolJsonContext.Default.MessageExtensionAction) ?? new();
}

/// <summary>A message that somebody chose an action from. Anybody may have written it.</summary>
/// <remarks>Source: Teams documentation, "Define message extension action commands", payload of a message.</remarks>
public sealed class MessagePayload
{
    /// <summary>What it says.</summary>
    public MessagePayloadBody? Body { get; set; }
}

/// <summary>What a message says.</summary>
public sealed class MessagePayloadBody
{
    /// <summary><c>html</c> or <c>text</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>The text, or the markup.</summary>
    public string? Content { get; set; }
}

/// <summary>The value of a <c>composeExtension/query</c> invoke.</summary>
/// <remarks>Source: Teams documentation, "Respond to search command".</remarks>
public sealed class MessageExtensionQuery
{
    /// <summary>The parameter that a client sends with the value <c>true</c> when the search is opened and nothing was typed.</summary>
    public const string InitialRun = "initialRun";

    /// <summary>The command as the app's manifest names it.</summary>
    public string? CommandId { get; set; }

    /// <summary>What was typed, by the names of the manifest.</summary>
    public List<MessageExtensionParameter>? Parameters { get; set; }

    /// <summary>Which of the results are wanted.</summary>
    public MessageExtensionRange? QueryOptions { get; set; }

    /// <summary>What an activity carries; one without members where it cannot be read.</summary>
    /// <param name="activity">The invoke.</param>
    public static MessageExtensionQuery Of(Activity activity) => ExtensionValue.Of(activity, ProtocolJsonContext.Default.MessageExtensionQuery) ?? new();

    /// <summary>A parameter as text; empty where it is missing or no text.</summary>
    /// <param name="name">Its name in the manifest.</param>
    public string Text(string name) =>
        Parameters?.Find(parameter => parameter?.Name == name) is { Value: { ValueKind: JsonValueKind.String } value } ? value.GetString()! : "";
}

/// <summary>A parameter of a search.</summary>
public sealed class MessageExtensionParameter
{
    /// <summary>Its name in the manifest.</summary>
    public string? Name { get; set; }

    /// <summary>What was typed: text, for all that we have.</summary>
    public JsonElement? Value { get; set; }
}

/// <summary>Which results of a search are wanted.</summary>
public sealed class MessageExtensionRange
{
    /// <summary>How many were shown already.</summary>
    public int? Skip { get; set; }

    /// <summary>How many are wanted; Teams asks for 25.</summary>
    public int? Count { get; set; }
}

/// <summary>The value of a <c>composeExtension/queryLink</c> invoke: a link of the manifest's domains was pasted.</summary>
/// <remarks>Source: Teams documentation, "Add link unfurling"; npm botbuilder 4.23.3, <c>AppBasedLinkQuery</c>.</remarks>
public sealed class LinkQuery
{
    /// <summary>The link.</summary>
    public string? Url { get; set; }

    /// <summary>What an activity carries; one without a link where it cannot be read.</summary>
    /// <param name="activity">The invoke.</param>
    public static LinkQuery Of(Activity activity) => ExtensionValue.Of(activity, ProtocolJsonContext.Default.LinkQuery) ?? new();
}

/// <summary>The answer to a search or a link. An action is answered like a dialog: see <see cref="TaskModuleResponse"/>.</summary>
/// <remarks>Source: Teams documentation, "Respond to search command"; npm botbuilder 4.23.3, <c>MessagingExtensionResponse</c>.</remarks>
public sealed class MessageExtensionResponse
{
    /// <summary>What the client shows.</summary>
    public required MessageExtensionResult ComposeExtension { get; init; }

    /// <summary>Results, one below the other; none shows nothing.</summary>
    /// <param name="found">The results.</param>
    public static InvokeResponse Results(IReadOnlyList<MessageExtensionAttachment> found) =>
        Of(new MessageExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = found });

    /// <summary>A sentence instead of results.</summary>
    /// <param name="text">The sentence.</param>
    public static InvokeResponse Message(string text) => Of(new MessageExtensionResult { Type = "message", Text = text });

    private static InvokeResponse Of(MessageExtensionResult result) => new(
        200, JsonSerializer.SerializeToElement(new MessageExtensionResponse { ComposeExtension = result }, ProtocolJsonContext.Default.MessageExtensionResponse));
}

/// <summary>What a client shows for a search or a link.</summary>
public sealed class MessageExtensionResult
{
    /// <summary><c>result</c> or <c>message</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>list</c> or <c>grid</c>; only with results.</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>The results.</summary>
    public IReadOnlyList<MessageExtensionAttachment>? Attachments { get; init; }

    /// <summary>The sentence; only with <c>message</c>.</summary>
    public string? Text { get; init; }
}

/// <summary>A result: what is put into the message, and what stands in the list.</summary>
public sealed class MessageExtensionAttachment
{
    /// <summary>Media type of <see cref="Content"/>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The card that is put into the message. All who read the message see it.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>What stands in the list.</summary>
    public Attachment? Preview { get; init; }

    /// <summary>A card with its preview.</summary>
    /// <param name="card">What is put into the message.</param>
    /// <param name="preview">What stands in the list.</param>
    public static MessageExtensionAttachment Of(Attachment card, ThumbnailCard preview)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(preview);
        return new() { ContentType = card.ContentType!, Content = card.Content!.Value, Preview = preview.ToAttachment() };
    }
}

/// <summary>A heading with a line below it, as lists of results show them.</summary>
/// <remarks>Source: Teams documentation, "Types of cards", thumbnail card.</remarks>
public sealed class ThumbnailCard
{
    /// <summary>Content type of such a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The line.</summary>
    public string? Text { get; init; }

    /// <summary>The card as it travels.</summary>
    public Attachment ToAttachment() => new()
    {
        ContentType = ContentType,
        Content = JsonSerializer.SerializeToElement(this, ProtocolJsonContext.Default.ThumbnailCard),
    };
}

/// <summary>Reads an invoke's value as far as it can be read.</summary>
internal static class ExtensionValue
{
    public static T? Of<T>(Activity activity, JsonTypeInfo<T> type) where T : class =>
        activity.Value is { ValueKind: JsonValueKind.Object } json ? TolerantJson.Read(json, type) : null;
}
