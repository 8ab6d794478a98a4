using System.Text.Json;

namespace TrunkBot.Protocol.Schema;

/// <summary>The value of a <c>task/fetch</c> or <c>task/submit</c> invoke.</summary>
/// <remarks>Source: Teams documentation, "Use dialogs with bots".</remarks>
public sealed class TaskModuleRequest
{
    /// <summary>The data of the button, with the card's inputs laid over it on a submit. Held by the client: it carries no authority.</summary>
    public JsonElement? Data { get; set; }
}

/// <summary>The answer to such an invoke: the HTTP status is 200 always, for with any other the client says that the app cannot be reached.</summary>
public sealed class TaskModuleResponse
{
    private const string Continue = "continue", Text = "message", Medium = "medium", Large = "large";

    /// <summary>What happens; null closes the dialog.</summary>
    public TaskModule? Task { get; init; }

    /// <summary>Shows a card: in a new dialog, or in place of the one that was submitted. Its buttons are <c>Action.Submit</c>, as no other works there.</summary>
    public static InvokeResponse Card(string title, Attachment card) => Of(Continue, Json(new TaskModuleInfo { Title = title, Card = card, Width = Medium, Height = Large }));

    /// <summary>Shows a page. Its host has to be among the <c>validDomains</c> of the app's manifest. An address can open what is for one person, so it is not kept.</summary>
    public static InvokeResponse Page(string title, Uri url) =>
        Of(Continue, Json(new TaskModuleInfo { Title = title, Url = url.AbsoluteUri, FallbackUrl = url.AbsoluteUri, Width = Medium, Height = Large })) with { IsPrivate = true };

    /// <summary>Closes the dialog with a sentence.</summary>
    public static InvokeResponse Message(string text) => Of(Text, JsonSerializer.SerializeToElement(text, ProtocolJsonContext.Default.String));

    /// <summary>Closes the dialog.</summary>
    public static InvokeResponse Close() => new(200, null);

    private static JsonElement Json(TaskModuleInfo info) => JsonSerializer.SerializeToElement(info, ProtocolJsonContext.Default.TaskModuleInfo);

    private static InvokeResponse Of(string type, JsonElement value) => new(
        200, JsonSerializer.SerializeToElement(new TaskModuleResponse { Task = new TaskModule { Type = type, Value = value } }, ProtocolJsonContext.Default.TaskModuleResponse));
}

/// <summary>What a dialog does next.</summary>
public sealed class TaskModule
{
    /// <summary><c>continue</c> or <c>message</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A <see cref="TaskModuleInfo"/>, or the text.</summary>
    public JsonElement? Value { get; init; }
}

/// <summary>What a dialog shows: a card or a page.</summary>
public sealed class TaskModuleInfo
{
    /// <summary>Stands above it.</summary>
    public string? Title { get; set; }

    /// <summary>Pixels, or <c>small</c>, <c>medium</c>, <c>large</c>.</summary>
    public string? Height { get; set; }

    /// <inheritdoc cref="Height" />
    public string? Width { get; set; }

    /// <summary>The card.</summary>
    public Attachment? Card { get; set; }

    /// <summary>The page.</summary>
    public string? Url { get; set; }

    /// <summary>Opened in a browser by a client that shows no dialogs.</summary>
    public string? FallbackUrl { get; set; }
}
