using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>The bot that the conversation's name asks for, as tests/Browser/peer has it on Microsoft's SDK.</summary>
internal sealed class DifferentialBot(DifferentialDialogs dialogs, ConversationState conversation, UserState user, PrivateConversationState privately) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var name = turnContext.Activity.Conversation?.Id?.Split('.')[0] ?? "all";
        return name switch
        {
            "script" => RunScriptAsync(turnContext, cancellationToken),
            "state" => CountAsync(turnContext, cancellationToken),
            "deaf" => new DeafHandler().OnTurnAsync(turnContext, cancellationToken),
            _ when dialogs.Find(name) is { } set => set.RunAsync(turnContext, "root", cancellationToken: cancellationToken),
            _ => new ListeningHandler().OnTurnAsync(turnContext, cancellationToken),
        };
    }

    private static async Task RunScriptAsync(ITurnContext turn, CancellationToken token)
    {
        if (turn.Activity.ChannelData is not { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty("script", out var script))
            return;
        foreach (var order in script.Deserialize(DifferentialJson.Default.ListScriptOrder)!)
        {
            if (order.Send is { } said)
                await turn.SendActivityAsync(said, cancellationToken: token);
            if (order.Update is { } changed)
                await turn.UpdateActivityAsync(changed, token);
            if (order.Delete is { } gone)
                await turn.DeleteActivityAsync(gone, token);
            if (order.Answer is { } answer)
                turn.InvokeResponse = new InvokeResponse(answer.Status, answer.Body);
            if (order.Fail)
                throw new InvalidOperationException("As it was told.");
        }
    }

    private async Task CountAsync(ITurnContext turn, CancellationToken token)
    {
        var order = turn.Activity.Text;
        var counts = new List<string>();
        foreach (BotState state in new BotState[] { conversation, user, privately })
        {
            var property = state.CreateProperty("count", DifferentialJson.Default.Count);
            var count = await property.GetAsync(turn, token) ?? new Count();
            if (order == "clear")
                await property.DeleteAsync(turn, token);
            else if (order != "peek")
                await property.SetAsync(turn, count with { Number = count.Number + 1 }, token);
            counts.Add((order switch { "clear" => 0, "peek" => count.Number, _ => count.Number + 1 }).ToString(CultureInfo.InvariantCulture));
        }

        if (order == "fail")
            throw new InvalidOperationException("As it was told.");
        await turn.SendActivityAsync(string.Join(' ', counts), token);
    }
}

internal sealed record Count
{
    public int Number { get; init; }
}

/// <summary>One order of a script: exactly one member is set.</summary>
internal sealed record ScriptOrder(Activity? Send, Activity? Update, string? Delete, ScriptAnswer? Answer, bool Fail);

internal sealed record ScriptAnswer(int Status, JsonElement? Body);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Count))]
[JsonSerializable(typeof(List<ScriptOrder>))]
internal sealed partial class DifferentialJson : JsonSerializerContext;
