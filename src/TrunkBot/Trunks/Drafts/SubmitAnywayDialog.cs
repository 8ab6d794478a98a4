using System.Text.Json.Nodes;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Warnings in the question-by-question way: submit anyway, or go back to the form to change something.</summary>
internal sealed class SubmitAnywayDialog : CancelAndHelpDialog
{
    public const string DialogId = "submit-anyway";

    private const string Steps = "steps", Confirm = "confirm";

    private static Choice Yes => new("Yes", "submit", "submit anyway") { Title = Say.It("Yes") };

    private static Choice No => new("No", "back", "change", "change it") { Title = Say.It("No") };

    public SubmitAnywayDialog() : base(DialogId)
    {
        AddDialog(new WaterfallDialog(Steps, AskAsync, AnswerAsync));
        AddDialog(new ConfirmPrompt(Confirm));
    }

    public static JsonObject OptionsFor(TrunkRequest draft, NeedsConfirmation confirmation) => new()
    {
        ["request"] = draft.Number,
        ["mark"] = confirmation.Mark,
        ["question"] = TrunkTexts.SubmitAnyway(confirmation.Review.Warnings, confirmation.Needs),
    };

    protected override Task OnHelpAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.Context.SendActivityAsync(Activity.Message(DraftTexts.ConfirmHelp), cancellationToken: cancellationToken);

    protected override Task OnCancelAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
        innerDc.Context.SendActivityAsync(Activity.Message(ChatTexts.Cancelled), cancellationToken: cancellationToken);

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct) =>
        step.PromptAsync(Confirm, PromptOptions.Ask((string)step.Options!["question"]!, DraftTexts.AnswerYesOrNo, Yes, No), ct);

    private static async Task<DialogTurnResult> AnswerAsync(WaterfallStepContext step, CancellationToken ct)
    {
        if (await OpenDraft.FindAsync(step.Context, (long)step.Options!["request"]!, ct) is not { } draft)
            return await OpenDraft.GoneAsync(step, ct);
        await AnswerAsync(step, draft, ChatTurn.Of(step.Context), ct);
        return await step.EndDialogAsync(null, ct);
    }

    private static async Task AnswerAsync(WaterfallStepContext step, TrunkRequest draft, ChatTurn turn, CancellationToken ct)
    {
        var services = step.Context.Services;
        var forms = services.GetRequiredService<FormDesk>();
        if (services.GetRequiredService<TrunkDoor>().WhyNotAsk(turn) is { } refusal)
        {
            await turn.WhisperAsync(refusal, ct);
            return;
        }

        if (step.Result is not true)
        {
            await turn.ShowAsync(await forms.OpenCardAsync(turn, draft, TrunkTexts.ChangeIt, ct), ct);
            return;
        }

        var outcome = await services.GetRequiredService<SubmitDesk>()
            .SubmitAsync(draft, new Submission(draft.Fields, null, (string)step.Options!["mark"]!, turn.Region), ct);
        await turn.ShowAsync(await forms.AnswerAsync(turn, draft, outcome, ct), ct);
    }
}
