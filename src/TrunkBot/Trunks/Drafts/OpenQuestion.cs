using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Which question of which draft is open; kept with the questions as a whole, so that one can go back from any of them.</summary>
internal sealed record OpenQuestion(long Request, string Field)
{
    private const string Number = "request", AskedAgain = "again";

    /// <param name="request">Whose questions.</param>
    /// <param name="again">A field that is asked for although it has an answer; null for none.</param>
    public static JsonObject Begin(long request, string? again = null) => new() { [Number] = request, [AskedAgain] = again };

    public static string? Again(WaterfallStepContext step) => (string?)step.Options![AskedAgain];

    public static void Ask(WaterfallStepContext step, string field) => step.Parent!.ActiveDialog!.SetState(
        new OpenQuestion((long)step.Options![Number]!, field), OpenQuestionJsonContext.Default.OpenQuestion);

    public static OpenQuestion Of(DialogContext innerDc) => innerDc.Parent!.ActiveDialog!.GetState(OpenQuestionJsonContext.Default.OpenQuestion);

    /// <summary>The field that is asked for before this one; null for the first.</summary>
    public static string? Before(string field)
    {
        var index = FieldIds.InOrder.ToList().IndexOf(field);
        return index > 0 ? FieldIds.InOrder[index - 1] : null;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenQuestion))]
internal sealed partial class OpenQuestionJsonContext : JsonSerializerContext;
