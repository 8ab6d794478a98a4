using System.Text.Json.Nodes;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Drafts.Passwords;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>The same questions as the form, one by one; the same rules judge the answers, and the draft keeps them.</summary>
internal sealed class NewTrunkDialog : CancelAndHelpDialog
{
    public const string DialogId = "new-trunk", Password = "password";

    private const string Questions = "questions", Text = "text", Direction = "direction", Numbers = "numbers";

    public NewTrunkDialog() : base(DialogId)
    {
        AddDialog(new WaterfallDialog(
            Questions, [.. FieldIds.InOrder.Select(field => field == FieldIds.Password ? AskPasswordAsync : Ask(field, PromptOf(field)))]));
        AddDialog(new TextPrompt(Text, (prompt, _) => Task.FromResult(IsGood(prompt, prompt.Recognized.Value))) { WayOut = () => DraftTexts.WayOut });
        AddDialog(new NumberListPrompt(Numbers, (prompt, _) => Task.FromResult(IsGood(prompt, string.Join(", ", prompt.Recognized.Value)))) { WayOut = () => DraftTexts.WayOut });
        AddDialog(new ChoicePrompt(Direction) { WayOut = () => DraftTexts.WayOut });
        AddDialog(new PasswordCardDialog(Password));
    }

    public static JsonObject OptionsFor(TrunkRequest draft) => OpenQuestion.Begin(draft.Number);

    protected override Task OnHelpAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.Context.SendActivityAsync(Activity.Message(DraftTexts.Help), cancellationToken: cancellationToken);

    protected override Task OnCancelAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.Context.SendActivityAsync(Activity.Message(ChatTexts.Cancelled), cancellationToken: cancellationToken);

    protected override async Task<DialogTurnResult?> OnInterruptAsync(DialogContext innerDc, string utterance, CancellationToken cancellationToken) =>
        await base.OnInterruptAsync(innerDc, utterance, cancellationToken) ?? Typed.InEnglish(YesNo.Word(utterance)) switch
        {
            "back" or "go back" or "previous" => await BackAsync(innerDc, cancellationToken),
            "skip" or "next" or "keep it" or "keep" => await KeepAsync(innerDc, cancellationToken),
            _ => null,
        };

    private static string PromptOf(string field) => field switch
    {
        FieldIds.Direction => Direction,
        FieldIds.Numbers => Numbers,
        _ => Text,
    };

    private static WaterfallStep Ask(string field, string prompt) => async (step, ct) =>
    {
        var answers = Answers(step);
        if (await answers.FindAsync(Number(step), ct) is not { Fields: var fields })
            return await OpenDraft.GoneAsync(step, ct);
        if (step.Result is not null && OpenQuestion.Before(field) is { } answered)
            answers.Fill(Number(step), fields = With(fields, answered, step.Result));
        var known = IsKnown(step, fields, field) ? fields.Of(field) : null;
        if (known is not null && OpenQuestion.Again(step) != field)
            return await step.NextAsync(null, ct);
        OpenQuestion.Ask(step, field);
        return await step.PromptAsync(prompt, TrunkQuestions.Of(field, new RequestId(Number(step)), known), ct);
    };

    private static async Task<DialogTurnResult> AskPasswordAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var answers = Answers(step);
        if (await answers.FindAsync(Number(step), ct) is not { Fields: var fields })
            return await OpenDraft.GoneAsync(step, ct);
        if (step.Result is not null)
            answers.Fill(Number(step), With(fields, OpenQuestion.Before(FieldIds.Password)!, step.Result));
        OpenQuestion.Ask(step, FieldIds.Password);
        return await step.BeginDialogAsync(Password, step.Options, ct);
    }

    private static async Task<DialogTurnResult> BackAsync(DialogContext innerDc, CancellationToken ct)
    {
        var asking = OpenQuestion.Of(innerDc);
        if (OpenQuestion.Before(asking.Field) is { } before)
            return await GoToAsync(innerDc, asking, before, ct);
        await innerDc.Context.SendActivityAsync(Activity.Message(DraftTexts.FirstQuestion), cancellationToken: ct);
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    // Goes on with the next question that has no answer yet; a question without one stays open.
    private static async Task<DialogTurnResult> KeepAsync(DialogContext innerDc, CancellationToken ct)
    {
        var asking = OpenQuestion.Of(innerDc);
        var rules = innerDc.Context.Services.GetRequiredService<TrunkFieldRules>();
        if (await OpenDraft.SeeAsync(innerDc.Context, asking.Request, ct) is { Fields: var fields } && IsKnown(rules, fields, asking.Field))
            return await GoToAsync(innerDc, asking, null, ct);
        var why = asking.Field == FieldIds.Password ? DraftTexts.PasswordInTheCard : DraftTexts.CannotSkip;
        await innerDc.Context.SendActivityAsync(Activity.Message(why), cancellationToken: ct);
        await innerDc.RepromptDialogAsync(ct);
        return EndOfTurn;
    }

    private static async Task<DialogTurnResult> GoToAsync(DialogContext innerDc, OpenQuestion asking, string? again, CancellationToken ct)
    {
        await innerDc.CancelAllDialogsAsync(ct);
        return await innerDc.BeginDialogAsync(Questions, OpenQuestion.Begin(asking.Request, again), ct);
    }

    private static bool IsGood<T>(PromptValidatorContext<T> prompt, string answer)
    {
        // A yes or a no is taken for an answer only where something was suggested.
        if (Typed.InEnglish(answer) is var word && (YesNo.IsYes(word) || YesNo.IsNo(word)))
        {
            prompt.Retry = prompt.Options.Prompt;
            return false;
        }

        var rules = prompt.Context.Services.GetRequiredService<TrunkFieldRules>();
        var field = TrunkQuestions.FieldOf(prompt.Options);
        var errors = Errors(rules, field, answer);
        if (errors.Count == 0)
            return true;
        prompt.Retry = Activity.Message(string.Join(" ", errors.Select(finding => $"{finding.Reason} {finding.Remedy}")));
        if (errors is [{ Suggestion: { } meant }] && Errors(rules, field, meant).Count == 0)
            prompt.Suggest(meant);
        return false;
    }

    private static List<Finding> Errors(TrunkFieldRules rules, string field, string answer) =>
        [.. rules.ReviewField(field, With(new TrunkFields(), field, answer), null).Where(finding => finding.Severity is Severity.Error)];

    private static bool IsKnown(WaterfallStepContext step, TrunkFields fields, string field) =>
        IsKnown(step.Context.Services.GetRequiredService<TrunkFieldRules>(), fields, field);

    private static bool IsKnown(TrunkFieldRules rules, TrunkFields fields, string field) =>
        fields.Of(field) is { Length: > 0 } && rules.ReviewField(field, fields, null).All(finding => finding.Severity is not Severity.Error);

    private static long Number(WaterfallStepContext step) => (long)step.Options!["request"]!;

    private static DraftAnswers Answers(WaterfallStepContext step) => step.Context.Services.GetRequiredService<DraftAnswers>();

    private static TrunkFields With(TrunkFields fields, string field, object answer) => fields.With(field, answer switch
    {
        FoundChoice choice => choice.Value,
        IReadOnlyList<string> list => string.Join(", ", list),
        _ => (string)answer,
    });
}
