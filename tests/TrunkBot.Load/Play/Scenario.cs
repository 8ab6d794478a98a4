using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrunkBot.Load.Play;

/// <summary>What people say in a conversation, turn by turn, and what must be answered.</summary>
internal abstract class Scenario
{
    /// <summary>Guards nothing; the bot must never show it. There are no digits in it, or the number of some trunk would be found there and warned of.</summary>
    protected static readonly string s_password = $"Load-{RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 32)}";

    public abstract string Name { get; }

    public abstract int Turns { get; }

    /// <summary>What the person does in this turn, which may depend on what the bot has sent before.</summary>
    public abstract byte[] Act(Talk talk, int turn, JsonElement? before);

    /// <summary>What is wrong with the answer; null when it is right.</summary>
    public abstract string? Judge(int turn, JsonElement reply);

    protected static bool Has(JsonElement reply, string word) => reply.GetRawText().Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the answer to a submit.</summary>
    protected static string? JudgeSubmitted(JsonElement reply) => Has(reply, "TR-") && !Has(reply, "trunk.submit") && !Has(reply, s_password)
        ? null
        : "the last turn should show the request, not the form, and never the password";

    /// <summary>What a click on *Submit* sends: the button's data with what was entered. The floor shows no card: it gets a click of the same size.</summary>
    protected static JsonObject Submit(JsonElement? before, params (string Field, string Value)[] entered)
    {
        var data = before is { } reply && SubmitData(reply) is { } found
            ? JsonNode.Parse(found.GetRawText())!.AsObject()
            : new JsonObject { ["verb"] = "trunk.submit", ["requestId"] = "TR-1" };
        data["password"] = s_password;
        foreach (var (field, value) in entered)
            data[field] = value;
        return data;
    }

    private static JsonElement? SubmitData(JsonElement reply)
    {
        if (!reply.TryGetProperty("attachments", out var attachments))
            return null;
        var actions = attachments.EnumerateArray().SelectMany(card => card.GetProperty("content").GetProperty("actions").EnumerateArray());
        return actions.Select(action => action.GetProperty("data")).FirstOrDefault(data => data.GetProperty("verb").ValueEquals("trunk.submit"));
    }
}
