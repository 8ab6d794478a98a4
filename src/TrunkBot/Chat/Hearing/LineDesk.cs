using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat.Showing;
using TrunkBot.Chat.SignIn;

namespace TrunkBot.Chat.Hearing;

/// <summary>A line, typed or behind a button: an answer to the question that is open, an order, or nothing that is known here.</summary>
internal sealed class LineDesk(CommandTable commands, Phrasebook phrases, DialogDesk dialogs, RoleBook roles, SignInOffer signIn)
{
    public async Task HearAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        var isOpen = await dialogs.IsOpenAsync(turn, ct);
        if (!isOpen && await LineForIdAsync(turn, text, ct) is { } line)
            text = line;
        (text, turn.HadSecret) = HeardSecrets.TakeOut(turn, text, isOpen, () => Find(text, ChatLine.Tidy(text)) is FoundCommand found ? IdArgument.In(found.Line) : []);
        if (turn.HadSecret)
            await turn.WhisperAsync(ChatTexts.PasswordSaid(turn.IsPersonal), ct);
        var isAnswer = isOpen && !text.StartsWith('/')
            && !IsOrder(ChatLine.Tidy(text), await dialogs.WaitsForCardAsync(turn, ct));
        turn.Context.Operation = isAnswer ? TurnOperations.Answer : TurnOperations.Talk;
        if (isAnswer && turn.HadSecret && await dialogs.ActiveAsync(turn, ct) is { } asked)
            await dialogs.RepromptAsync(turn, asked, ct);
        else if (isAnswer)
            await dialogs.ContinueAsync(turn, ct);
        else
            await ObeyAsync(turn, text, ct);
    }

    /// <summary>What this person can do here, with a sentence above it.</summary>
    public Task ShowChoicesAsync(ChatTurn turn, string says, CancellationToken ct, string? nearest = null) =>
        turn.WhisperAsync(HomeCard.Of(says, HomeCard.Choices(commands.Specs, turn.Roles, nearest), turn.Channel.CardActions), ct);

    // An id alone is what people paste first.
    private static async Task<string?> LineForIdAsync(ChatTurn turn, string text, CancellationToken ct) =>
        text.Trim() is var word && IdArgument.IsShaped(word) && !turn.Roles.IsEmpty
            ? await turn.Context.Services.GetRequiredService<INamedThings>().LineForAsync(turn, word, ct)
            : null;

    // A single word can be an answer, and help is the question's own to give; where only the card answers, every phrase is an order.
    private bool IsOrder(string spoken, bool onlyTheCardAnswers)
    {
        if (commands.Called(spoken)?.Words.Contains(' ', StringComparison.Ordinal) == true)
            return true;
        return !phrases.IsAnswer(spoken) && phrases.LineFor(spoken) is { } line && line != HelpCommand.Spec.Words
            && (onlyTheCardAnswers || line == CancelCommand.Spec.Words || line.Contains("TR-", StringComparison.Ordinal) || Phrasebook.IsSeveralWords(spoken));
    }

    private async Task ObeyAsync(ChatTurn turn, string text, CancellationToken ct)
    {
        var open = await dialogs.ActiveAsync(turn, ct);
        // Who can do nothing with a mention causes no work with one.
        var line = turn.Roles.IsEmpty ? text : Mentions.Fold(turn.Activity, text);
        var spoken = ChatLine.Tidy(line);
        if (Phrasebook.WantsDeleted(spoken))
            await turn.WhisperAsync(ChatTexts.NothingIsDeleted, ct);
        await ObeyAsync(turn, spoken, Find(line, spoken), ct);
        if (open is not null)
            await dialogs.RepromptAsync(turn, open, ct);
    }

    // A command's own words are taken as they are, but for a question: it is never an order to change something.
    private CommandMatch Find(string line, string spoken)
    {
        var called = commands.Called(spoken) is { } spec && spec.Words.Contains(' ', StringComparison.Ordinal) ? spec : null;
        var hasOwnText = called is not null && HasOwnText(line, called);
        var meant = phrases.LineFor(spoken, hasOwnText);
        var asks = called is { Changes: true } && Phrasebook.Asks(spoken);
        if (called is not null && !asks)
            meant = meant?.StartsWith($"{called.Words} TR-", StringComparison.Ordinal) == true ? meant : null;
        return asks && meant is null && !hasOwnText && called is { TakesPastes: false } ? new NoCommand(null) : commands.Find(meant ?? line);
    }

    // Who types the slash too writes a command: a question mark behind it is in the comment or in an option's value.
    private static bool HasOwnText(string line, CommandSpec called) =>
        line.TrimStart().StartsWith('/') && (called.FreeTextAfter is not null || line.Contains(" --", StringComparison.Ordinal));

    private async Task ObeyAsync(ChatTurn turn, string spoken, CommandMatch match, CancellationToken ct)
    {
        if (match is FoundCommand { Command.Spec.Words: var words })
            turn.Context.Operation = words;
        switch (match)
        {
            // The role comes first: nobody learns from an error what they are not allowed to do.
            case FoundCommand { Command.Spec: var spec } when ChatTexts.WhyNot(turn, spec.Roles, roles) is { } refusal:
                await signIn.RefuseLineAsync(turn, refusal, spoken, spec.Roles, ct);
                break;
            case FoundCommand { Command: var command, Line: var line } when LineProblems.Of(line) is { Count: > 0 } && await IsPasteAsync(turn, command, spoken, ct):
                break;
            case FoundCommand { Command: var command, Line: var line } when LineProblems.Of(line) is { Count: > 0 } problems:
                await turn.WhisperAsync(ChatTexts.BadLine(problems, command.Spec), ct);
                break;
            case FoundCommand { Command: var command, Line: var line }:
                await RunAsync(turn, (ICommand)turn.Context.Services.GetRequiredService(command.Type), line, ct);
                break;
            case NoCommand when Phrasebook.WantsDeleted(spoken):
                break;
            case NoCommand when Phrasebook.IsCall(spoken):
                await ShowChoicesAsync(turn, ChatTexts.WhatNext, ct);
                break;
            case NoCommand when await IsPasteAsync(turn, spoken, ct):
                break;
            case NoCommand when turn.HadSecret:
                break;
            case NoCommand when Phrasebook.AsksForATrunk(spoken) && phrases.LineFor(Phrasebook.NewTrunk) is { } line:
                await ObeyAsync(turn, spoken, commands.Find(line), ct);
                break;
            case NoCommand { Nearest: var nearest }:
                await ShowChoicesAsync(turn, ChatTexts.NotUnderstood(nearest), ct, nearest);
                break;
        }
    }

    // "/trunk new" and then a description; "Help me …" is no call for help when it describes a trunk. What begins with an option is a line.
    private static async Task<bool> IsPasteAsync(ChatTurn turn, CommandEntry command, string spoken, CancellationToken ct)
    {
        var said = command.Spec.TakesPastes && spoken.StartsWith(command.Spec.Words, StringComparison.OrdinalIgnoreCase) ? spoken[command.Spec.Words.Length..].Trim() : spoken;
        return !said.StartsWith("--", StringComparison.Ordinal) && (command.Spec.TakesPastes || !spoken.StartsWith("trunk", StringComparison.OrdinalIgnoreCase))
            && await IsPasteAsync(turn, said, ct);
    }

    private static async Task<bool> IsPasteAsync(ChatTurn turn, string said, CancellationToken ct)
    {
        if (!await turn.Context.Services.GetRequiredService<IPasteDesk>().ReadAsync(turn, said, ct))
            return false;
        turn.Context.Operation = TurnOperations.Paste;
        return true;
    }

    private static Task RunAsync(ChatTurn turn, ICommand command, ParseResult line, CancellationToken ct) =>
        !line.GetValue(DryRun.Option)
            ? command.RunAsync(turn, line, ct)
            : turn.Context.Services.GetRequiredService<DryRun>().RunAsync(turn, command, line, ct);
}
