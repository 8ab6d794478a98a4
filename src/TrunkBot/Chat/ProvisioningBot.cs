using System.CommandLine;
using System.Text.Json;
using TrunkBot.Access;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat;

/// <summary>The front desk: what a person typed or clicked goes to the right command, card action or open question.</summary>
internal sealed class ProvisioningBot(
    ChatPeople people, CommandTable commands, CardActionTable cardActions, DialogDesk dialogs, RoleBook roles, Greeter greeter)
    : ActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = await people.OpenAsync(turnContext, cancellationToken);
        var activity = turnContext.Activity;
        var text = activity.RemoveRecipientMention();
        if (activity.Value is { ValueKind: JsonValueKind.Object } data && text.Length == 0)
            await cardActions.SubmitAsync(turn, data, cancellationToken);
        else if (!IsMeant(turn, text) && !await dialogs.IsOpenAsync(turn, cancellationToken))
            return;
        else if (text.Length == 0)
            await turn.SayAsync(ChatTexts.NotReadable, cancellationToken);
        else
            await HearAsync(turn, text, cancellationToken);
    }

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        AdaptiveCardInvokeValue invokeValue, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = await people.OpenAsync(turnContext, cancellationToken);
        return await cardActions.InvokeAsync(turn, invokeValue.Action?.Data, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (membersAdded.Any(member => member.Id == turnContext.Activity.Recipient?.Id))
            await greeter.GreetOnceAsync(turnContext, cancellationToken);
    }

    protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        greeter.GreetOnceAsync(turnContext, cancellationToken);

    // Where the app may read a whole group, it must not answer what was said to others.
    private static bool IsMeant(ChatTurn turn, string text) =>
        turn.IsPersonal || text.StartsWith('/') || turn.Activity.MentionsRecipient() || turn.Activity.IsTargeted();

    private async Task HearAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        var spoken = ChatLine.Tidy(text);
        var isOpen = await dialogs.IsOpenAsync(turn, ct);
        if (isOpen && !text.StartsWith('/') && !IsOrder(spoken))
        {
            await dialogs.ContinueAsync(turn, ct);
            return;
        }

        if (spoken.Equals("quit", StringComparison.OrdinalIgnoreCase))
            text = "cancel";
        else if (spoken is "?" || IsGreeting(spoken))
            text = "help";
        await ObeyAsync(turn, text, ct);
    }

    // Two words that call a command are no answer to a question; a single one such as "help" is the question's own to hear.
    private bool IsOrder(string spoken) => spoken.ToLowerInvariant() is "cancel" or "quit"
        || commands.Called(spoken)?.Words.Contains(' ', StringComparison.Ordinal) == true;

    private static Task RunAsync(ChatTurn turn, ICommand command, ParseResult line, CancellationToken ct) =>
        !line.GetValue(DryRun.Option)
            ? command.RunAsync(turn, line, ct)
            : turn.Context.Services.GetRequiredService<DryRun>().RunAsync(turn, command, line, ct);

    private static bool IsGreeting(string spoken) => spoken.TrimEnd('!', '.').ToLowerInvariant() is "hi" or "hello" or "hey";

    private async Task ObeyAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        var open = await dialogs.ActiveAsync(turn, ct);
        switch (commands.Find(Mentions.Fold(turn.Activity, text)))
        {
            // The role comes first: nobody learns from an error what they may not do.
            case FoundCommand { Command.Spec: var spec } when ChatTexts.WhyNot(turn, spec.Roles, roles) is { } refusal:
                await turn.SayAsync(refusal, ct);
                break;
            case FoundCommand { Command: var command, Line: var line } when LineProblems.Of(line) is { Count: > 0 } problems:
                await turn.SayAsync(ChatTexts.BadLine(problems, command.Spec), ct);
                break;
            case FoundCommand { Command: var command, Line: var line }:
                await RunAsync(turn, (ICommand)turn.Context.Services.GetRequiredService(command.Type), line, ct);
                break;
            case NoCommand { Nearest: var nearest }:
                await turn.SayAsync(ChatTexts.NotACommand(nearest), ct);
                break;
        }

        if (open is not null)
            await dialogs.RepromptAsync(turn, open, ct);
    }
}
