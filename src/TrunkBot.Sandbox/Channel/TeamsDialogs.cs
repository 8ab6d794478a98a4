using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Opens a card's dialogs and submits them, as a Teams client does. What it could not show it refuses, and says why.</summary>
/// <remarks>Source: Teams documentation, "Use dialogs with bots".</remarks>
public sealed class TeamsDialogs
{
    private readonly SandboxChannel channel;

    internal TeamsDialogs(SandboxChannel channel) => this.channel = channel;

    /// <summary>Somebody presses a button that opens a dialog.</summary>
    /// <param name="person">Who.</param>
    /// <param name="conversation">Where the card is: a short name or an id.</param>
    /// <param name="card">The card as they see it.</param>
    /// <param name="title">The button's title.</param>
    public Task<DialogView> OpenAsync(string person, string conversation, JsonElement card, string title)
    {
        var button = ButtonOf(card, title);
        if (button["type"]?.ToString() != "Action.Submit" || (button["data"]?["msteams"] as JsonObject)?["type"]?.ToString() != "task/fetch")
            throw new InvalidOperationException($"The button '{title}' opens no dialog: that is an Action.Submit with data.msteams.type task/fetch.");
        return AskAsync(person, conversation, "task/fetch", button["data"]!.DeepClone().AsObject());
    }

    /// <summary>Somebody submits the dialog, with these fields filled in; the others are as the card has them.</summary>
    /// <param name="dialog">The dialog as it is open.</param>
    /// <param name="title">The button's title.</param>
    /// <param name="inputs">What was typed and chosen.</param>
    public Task<DialogView> SubmitAsync(DialogView dialog, string title, params (string Id, string Value)[] inputs)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        ArgumentNullException.ThrowIfNull(inputs);
        if (dialog.Card is not { } card)
            throw new InvalidOperationException("This dialog shows no card that could be submitted.");
        var button = ButtonOf(card, title);
        if (button["type"]?.ToString() != "Action.Submit" || button["data"]?["msteams"] is not null)
            throw new InvalidOperationException($"In a dialog only a plain Action.Submit works; '{title}' is another button.");
        var data = button["data"]?.DeepClone().AsObject() ?? [];
        foreach (var input in Inputs(JsonNode.Parse(card.GetRawText())))
            if (input["value"]?.ToString() is { Length: > 0 } value && button["associatedInputs"]?.ToString() != "none")
                data[input["id"]!.ToString()] = value;
        foreach (var (id, value) in inputs)
            data[id] = value;
        return AskAsync(dialog.Person, dialog.Conversation, "task/submit", data);
    }

    private async Task<DialogView> AskAsync(string person, string conversation, string name, JsonObject data)
    {
        var invoke = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = name,
            ["value"] = new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } },
        };
        var answer = await channel.DeliverAsync(person, conversation, invoke);
        if (answer.Status != 200)
            throw new InvalidOperationException($"Unable to reach app: the bot answered {answer.Status}.");
        return Read(new DialogView(person, conversation), answer.Body);
    }

    private static DialogView Read(DialogView dialog, JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } answer || !answer.TryGetProperty("task", out var task))
            return dialog;
        var value = task.GetProperty("value");
        if (task.GetProperty("type").ValueEquals("message"))
            return dialog with { Message = value.GetString() };
        if (!task.GetProperty("type").ValueEquals("continue"))
            throw new InvalidOperationException("A dialog goes on with type continue or ends with type message.");
        var hasCard = value.TryGetProperty("card", out var card);
        if (hasCard == value.TryGetProperty("url", out var url))
            throw new InvalidOperationException("A dialog shows a card or a page: one of them.");
        if (!hasCard)
            return dialog with { Title = value.GetProperty("title").GetString(), Url = url.GetString() };
        if (!card.GetProperty("contentType").ValueEquals("application/vnd.microsoft.card.adaptive"))
            throw new InvalidOperationException("A dialog's card is a whole attachment, with its content type.");
        return dialog with { Title = value.GetProperty("title").GetString(), Card = card.GetProperty("content") };
    }

    private static JsonObject ButtonOf(JsonElement card, string title) =>
        Elements(JsonNode.Parse(card.GetRawText())).Single(element => element["type"]?.ToString().StartsWith("Action.", StringComparison.Ordinal) == true && element["title"]?.ToString() == title);

    private static IEnumerable<JsonObject> Inputs(JsonNode? card) =>
        Elements(card).Where(element => element["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true);

    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Elements),
        JsonObject element => element.Where(member => member.Key is not ("data" or "fallback" or "refresh")).SelectMany(member => Elements(member.Value)).Prepend(element),
        _ => [],
    };
}

/// <summary>A dialog as somebody sees it; closed when it shows neither card nor page.</summary>
/// <param name="Person">Who has it open.</param>
/// <param name="Conversation">Where it was opened.</param>
public sealed record DialogView(string Person, string Conversation)
{
    /// <summary>What stands above it.</summary>
    public string? Title { get; init; }

    /// <summary>The card.</summary>
    public JsonElement? Card { get; init; }

    /// <summary>The page.</summary>
    public string? Url { get; init; }

    /// <summary>The sentence with which it was closed.</summary>
    public string? Message { get; init; }
}
