using System.Collections.Frozen;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>The dialogs of tests/Browser/peer/dialogs.mjs on our library.</summary>
internal sealed class DifferentialDialogs(PrivateConversationState state)
{
    private static readonly Choice[] Colours = [new("red"), new("green", "lime"), new("dark blue")];

    private readonly FrozenDictionary<string, DialogSet> _sets = new Dictionary<string, Dialog[]>
    {
        ["text"] = Ask(new TextPrompt("prompt"), PromptOptions.Ask("Well?", "Again?")),
        ["textonce"] = Ask(new TextPrompt("prompt"), PromptOptions.Ask("Well?")),
        ["confirm"] = Ask(new ConfirmPrompt("prompt"), PromptOptions.Ask("Well?", "Again?"), found => (bool)found! ? "true" : "false"),
        ["choice"] = Ask(new ChoicePrompt("prompt"), PromptOptions.Ask("Well?", "Again?", Colours), found => $"{((FoundChoice)found!).Value} {((FoundChoice)found).Index}"),
        ["steps"] = [new WaterfallDialog("root", OneAsync, TwoAsync, ThreeAsync)],
        ["form"] = [new Form("root")],
        ["outer"] = [new WaterfallDialog("root", (step, token) => step.BeginDialogAsync("form", cancellationToken: token), HasAsync), new Form("form")],
        ["replaced"] =
        [
            new WaterfallDialog("root", (step, token) => step.PromptAsync("prompt", PromptOptions.Ask("Well?"), token), ReplaceAsync),
            new WaterfallDialog("other", OtherAsync),
            new TextPrompt("prompt"),
        ],
    }.ToFrozenDictionary(set => set.Key, set => set.Value.Aggregate(
        new DialogSet(DialogState.CreateProperty(state, set.Key)), (made, dialog) => made.Add(dialog)));

    public DialogSet? Find(string name) => _sets.GetValueOrDefault(name);

    private static Dialog[] Ask(Dialog prompt, PromptOptions options, Func<object?, string>? show = null) =>
    [
        new WaterfallDialog(
            "root",
            (step, token) => step.PromptAsync("prompt", options, token),
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"got {(show is null ? step.Result : show(step.Result))}", token);
                return await step.EndDialogAsync(step.Result, token);
            }),
        prompt,
    ];

    private static async Task<DialogTurnResult> OneAsync(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync("one", token);
        return Dialog.EndOfTurn;
    }

    private static async Task<DialogTurnResult> TwoAsync(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync($"two {step.Result ?? "undefined"}", token);
        return await step.NextAsync("on", token);
    }

    private static async Task<DialogTurnResult> ThreeAsync(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync($"three {step.Result}", token);
        return Dialog.EndOfTurn;
    }

    private static async Task<DialogTurnResult> HasAsync(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync($"outer has {step.Result ?? "undefined"}", token);
        return await step.EndDialogAsync(null, token);
    }

    private static Task<DialogTurnResult> ReplaceAsync(WaterfallStepContext step, CancellationToken token) =>
        step.ReplaceDialogAsync((string?)step.Result == "again" ? "root" : "other", cancellationToken: token);

    private static async Task<DialogTurnResult> OtherAsync(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync("other", token);
        return await step.EndDialogAsync(null, token);
    }

    private sealed class Form : CancelAndHelpDialog
    {
        public Form(string id) : base(id)
        {
            AddDialog(new WaterfallDialog("steps", AskNameAsync, AskPlaceAsync, EndAsync));
            AddDialog(new TextPrompt("name", NotXAsync));
            AddDialog(new TextPrompt("place"));
        }

        protected override Task OnHelpAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
            innerDc.Context.SendActivityAsync("I ask for a name and a place.", cancellationToken);

        protected override Task OnCancelAsync(DialogContext innerDc, CancellationToken cancellationToken) =>
            innerDc.Context.SendActivityAsync("Cancelled.", cancellationToken);

        private static Task<DialogTurnResult> AskNameAsync(WaterfallStepContext step, CancellationToken token) =>
            step.PromptAsync("name", PromptOptions.Ask("Name?"), token);

        private static Task<DialogTurnResult> AskPlaceAsync(WaterfallStepContext step, CancellationToken token)
        {
            step.Values["name"] = (string)step.Result!;
            return (string)step.Result! == "skip" ? step.NextAsync("nowhere", token) : step.PromptAsync("place", PromptOptions.Ask("Place?"), token);
        }

        private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken token)
        {
            await step.Context.SendActivityAsync($"{step.Values["name"]}, {step.Result}", token);
            return await step.EndDialogAsync("done", token);
        }

        private static async Task<bool> NotXAsync(PromptValidatorContext<string> answer, CancellationToken token)
        {
            if (answer.Recognized.Value != "x")
                return true;
            await answer.Context.SendActivityAsync($"Not x ({answer.AttemptCount}).", token);
            return false;
        }
    }
}
