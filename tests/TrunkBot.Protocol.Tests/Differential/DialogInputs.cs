using System.Globalization;
using System.Text.Json.Nodes;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Prompts, waterfalls and what comes between; each input is a whole conversation.</summary>
internal static class DialogInputs
{
    private static readonly string[] Confirmations =
        ["yes", "Yes", "YES.", "y", "yep", "sure", "ok", "true", "1", "no", "No!", "n", "nope", "false", "2", "maybe", "3", "not sure", "yes please", "👍", "👎", "yes and no", "I agree"];

    private static readonly string[] Choices =
        ["red", "RED", " red ", "green", "lime", "Lime.", "1", "2", "3", "4", "0", "(1)", "1.", "#2", "dark blue", "blue", "dark", "the first one", "first", "last", "red or green", "redd", "-1", "1.5", "I take red"];

    private static readonly string[] Texts = ["acme", "  acme  ", "two\nlines", "7", "é 😀", "yes", "<at>TrunkBot</at> acme"];

    private static readonly (string Name, string Bot, string[] Turns)[] Conversations =
    [
        ("a question without another", "textonce", ["hi", "", "acme"]),
        ("an empty answer", "text", ["hi", "", "acme"]),
        ("blanks for an answer", "text", ["hi", "   ", "acme"]),
        ("no text", "text", ["hi", """{"text":null}""", "acme"]),
        ("a card instead of an answer", "text", ["hi", """{"text":null,"value":{"verb":"x"}}""", "acme"]),
        ("an event between", "text", ["hi", """{"type":"event","name":"x"}""", "acme"]),
        ("a reaction between", "text", ["hi", """{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""", "acme"]),
        ("an update of the conversation between", "text", ["hi", """{"type":"conversationUpdate","topicName":"x"}""", "acme"]),
        ("typing between", "text", ["hi", """{"type":"typing"}""", "acme"]),
        ("another person between", "text", ["hi", """{"text":"other","from":{"id":"29:other"}}""", "acme"]),
        ("twice", "text", ["hi", "acme", "hi", "other"]),
        ("wrong twice", "confirm", ["hi", "maybe", "perhaps", "yes"]),
        ("wrong four times", "choice", ["hi", "a", "b", "c", "d", "red"]),
        ("steps", "steps", ["a", "b", "c", "d"]),
        ("steps and an event", "steps", ["a", """{"type":"event","name":"x"}""", "b"]),
        ("steps and a card", "steps", ["a", """{"text":null,"value":{"verb":"x"}}""", "b"]),
        ("a form", "form", ["hi", "acme", "here", "again"]),
        ("a form with a step that goes on", "form", ["hi", "skip", "again"]),
        ("a validator that says no", "form", ["hi", "x", "x", "acme", "here"]),
        ("help in a form", "form", ["hi", "help", "acme", "help", "here"]),
        ("cancel in a form", "form", ["hi", "cancel", "hi", "acme", "cancel", "hi"]),
        ("help that begins an answer", "form", ["hi", "help desk", "here"]),
        ("help counts no attempt", "form", ["hi", "x", "help", "x"]),
        ("a form in a waterfall", "outer", ["hi", "acme", "here", "again"]),
        ("cancel in a form in a waterfall", "outer", ["hi", "acme", "cancel", "again"]),
        ("help in a form in a waterfall", "outer", ["hi", "help", "acme", "here"]),
        ("a dialog that is replaced by itself", "replaced", ["hi", "again", "again", "enough", "hi"]),
        ("a dialog that is replaced by another", "replaced", ["hi", "enough", "hi"]),
    ];

    public static IEnumerable<Input> All =>
    [
        .. Confirmations.Select(text => Talk($"confirm {text}", "confirm", "hi", text)),
        .. Choices.Select(text => Talk($"choice {text}", "choice", "hi", text)),
        .. Texts.Select(text => Talk($"text {text.ReplaceLineEndings(" ")}", "text", "hi", text)),
        .. Conversations.Select(one => Talk(one.Name, one.Bot, one.Turns)),
    ];

    /// <summary>A conversation: each turn is a text, or an activity's members.</summary>
    public static Input Talk(string name, string bot, params string[] turns) =>
        new($"{(bot == "state" ? "state" : "dialogs")}/{name}", bot, [.. turns.Select((turn, i) => Request.Activity(Members(turn, i, bot)))]);

    private static string Members(string turn, int number, string bot)
    {
        var members = turn.StartsWith('{') ? JsonNode.Parse(turn)!.AsObject() : new JsonObject { ["text"] = turn };
        members["locale"] = "en-US";
        if (!members.ContainsKey("id"))
            members["id"] = (1764000000123 + number).ToString(CultureInfo.InvariantCulture);
        // What a person has is kept for all conversations, so nobody is in two of them.
        if (bot == "state" && !members.ContainsKey("from"))
            members["from"] = new JsonObject { ["id"] = "29:{conversation}" };
        if (turn.Contains("<at>", StringComparison.Ordinal))
            members["entities"] = JsonNode.Parse("""[{"type":"mention","text":"<at>TrunkBot</at>","mentioned":{"id":"28:bot","name":"TrunkBot"}}]""");
        return members.ToJsonString();
    }
}

/// <summary>State of a conversation, of a person and of both; its writing, its failing, and a delivery that comes twice.</summary>
internal static class StateInputs
{
    private const string Twice = """{"text":"add","id":"1764000000999"}""";

    public static IEnumerable<Input> All =>
    [
        DialogInputs.Talk("counts", "state", "add", "add", "add", "peek"),
        DialogInputs.Talk("is nobody else's", "state", Of("add", "29:one{conversation}"), Of("add", "29:two{conversation}"), Of("peek", "29:one{conversation}")),
        DialogInputs.Talk("is forgotten", "state", "add", "clear", "peek", "add"),
        DialogInputs.Talk("of a turn that fails", "state", "add", "fail", "peek"),
        DialogInputs.Talk("of a first turn that fails", "state", "fail", "peek"),
        DialogInputs.Talk("that is only read", "state", "peek", "peek", "add"),
        DialogInputs.Talk("delivered twice", "state", Twice, Twice, "peek"),
        DialogInputs.Talk("cleared twice", "state", "clear", "clear", "peek"),
        DialogInputs.Talk("without a person", "state", """{"text":"add","from":null}""", "peek"),
    ];

    private static string Of(string text, string person) => $$$"""{"text":"{{{text}}}","from":{"id":"{{{person}}}"}}""";
}
