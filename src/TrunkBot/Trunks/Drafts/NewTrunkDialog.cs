using System.Text.Json.Nodes;
using TrunkBot.Chat;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>The same questions as the form, one by one; the same rules judge the answers, and the draft keeps them.</summary>
internal sealed class NewTrunkDialog : CancelAndHelpDialog
{
    public const string DialogId = "new-trunk";

    private const string Questions = "questions", Text = "text", Direction = "direction", Numbers = "numbers", Password = "password";
    private const string WayOut = "Or say cancel.";

    public NewTrunkDialog() : base(DialogId)
    {
        AddDialog(new WaterfallDialog(
            Questions,
            Ask(FieldIds.Name, Text), Ask(FieldIds.Domain, Text), Ask(FieldIds.Direction, Direction),
            Ask(FieldIds.Numbers, Numbers), Ask(FieldIds.Username, Text), AskPasswordAsync));
        AddDialog(new TextPrompt(Text, (prompt, _) => IsGoodAsync(prompt, prompt.Recognized.Value)) { WayOut = WayOut });
        AddDialog(new NumberListPrompt(Numbers, (prompt, _) => IsGoodAsync(prompt, string.Join(", ", prompt.Recognized.Value))) { WayOut = WayOut });
        AddDialog(new ChoicePrompt(Direction) { WayOut = WayOut });
        AddDialog(new PasswordCardDialog(Password));
    }

    public static JsonObject OptionsFor(TrunkRequest draft) => new() { ["request"] = draft.Number };

    protected override Task OnHelpAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.Context.SendActivityAsync(Activity.Message(TrunkTexts.DialogHelp), cancellationToken: cancellationToken);

    protected override Task OnCancelAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.Context.SendActivityAsync(Activity.Message(ChatTexts.Cancelled), cancellationToken: cancellationToken);

    private static WaterfallStep Ask(string field, string prompt) => async (step, ct) =>
    {
        var answers = Answers(step);
        if (await answers.FindAsync(Number(step), ct) is not { Fields: var fields })
            return await OpenDraft.GoneAsync(step, ct);
        if (step.Result is not null && Before(field) is { } answered)
            answers.Fill(Number(step), fields = With(fields, answered, step.Result));
        if (IsKnown(step, fields, field))
            return await step.NextAsync(null, ct);
        step.Values["field"] = field;
        return await step.PromptAsync(prompt, TrunkQuestions.Of(field, new RequestId(Number(step))), ct);
    };

    private static async Task<DialogTurnResult> AskPasswordAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var answers = Answers(step);
        if (await answers.FindAsync(Number(step), ct) is not { Fields: var fields })
            return await OpenDraft.GoneAsync(step, ct);
        if (step.Result is not null)
            answers.Fill(Number(step), With(fields, FieldIds.Username, step.Result));
        return await step.BeginDialogAsync(Password, step.Options, ct);
    }

    private static Task<bool> IsGoodAsync<T>(PromptValidatorContext<T> prompt, string answer)
    {
        var rules = prompt.Context.Services.GetRequiredService<TrunkFieldRules>();
        var field = TrunkQuestions.FieldOf(prompt.Options);
        var errors = rules.ReviewField(field, With(new TrunkFields(), field, answer), null)
            .Where(finding => finding.Severity is Severity.Error).ToList();
        if (errors.Count == 0)
            return Task.FromResult(true);
        prompt.Retry = Activity.Message(string.Join(" ", errors.Select(finding => $"{finding.Reason} {finding.Remedy}")));
        return Task.FromResult(false);
    }

    private static bool IsKnown(WaterfallStepContext step, TrunkFields fields, string field)
    {
        var rules = step.Context.Services.GetRequiredService<TrunkFieldRules>();
        return Value(fields, field) is { Length: > 0 }
            && rules.ReviewField(field, fields, null).All(finding => finding.Severity is Severity.Warning);
    }

    private static long Number(WaterfallStepContext step) => (long)step.Options!["request"]!;

    private static DraftAnswers Answers(WaterfallStepContext step) => step.Context.Services.GetRequiredService<DraftAnswers>();

    private static string? Before(string field)
    {
        var index = FieldIds.InOrder.ToList().IndexOf(field);
        return index > 0 ? FieldIds.InOrder[index - 1] : null;
    }

    private static string? Value(TrunkFields fields, string field) => field switch
    {
        FieldIds.Name => fields.Name,
        FieldIds.Domain => fields.Domain,
        FieldIds.Direction => fields.Direction,
        FieldIds.Numbers => fields.Numbers,
        _ => fields.Username,
    };

    private static TrunkFields With(TrunkFields fields, string field, object answer)
    {
        var text = answer switch
        {
            FoundChoice choice => choice.Value,
            IReadOnlyList<string> list => string.Join(", ", list),
            _ => (string)answer,
        };
        return field switch
        {
            FieldIds.Name => fields with { Name = text },
            FieldIds.Domain => fields with { Domain = text },
            FieldIds.Direction => fields with { Direction = text },
            FieldIds.Numbers => fields with { Numbers = text },
            _ => fields with { Username = text },
        };
    }
}
