using TrunkBot.Access;
using TrunkBot.Chat.Hearing;
using TrunkBot.Chat.Showing;

namespace TrunkBot.Chat;

/// <summary>A button in whose place a line could be typed: it is heard as if it had been, by the same rules.</summary>
internal sealed class SayAction(LineDesk lines) : ICardAction, IVerb
{
    private const int LongestLine = 200;

    public static string Verb => CardButton.Say;

    public static IReadOnlyList<Role> Roles => [];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (click.Text(CardButton.SaidLine)?.Trim() is { Length: > 0 and <= LongestLine } line)
            await lines.HearAsync(turn, Heard(turn, line), ct);
        else
            await lines.ShowChoicesAsync(turn, ChatTexts.WhatNext, ct);
        return CardAnswer.Nothing;
    }

    // An open question reads its answer from the activity.
    private static string Heard(ChatTurn turn, string line) => turn.Activity.Text = line;
}
