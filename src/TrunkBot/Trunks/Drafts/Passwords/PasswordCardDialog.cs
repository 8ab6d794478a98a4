using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Trunks.Drafts.Passwords;

/// <summary>The last question: a card with everything so far and a masked field. A password as a message is refused.</summary>
internal sealed class PasswordCardDialog(string dialogId) : Dialog(dialogId)
{
    private static readonly FrozenSet<string> s_smallTalk = new[]
    {
        "submit anyway", "password by one-time page", "one-time page", "the link", "open the page", "use it", "go", "hey", "how", "password",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        var number = (long)((JsonObject)options!)["request"]!;
        dc.ActiveDialog!.SetState(new PasswordQuestion(number), PasswordQuestionJsonContext.Default.PasswordQuestion);
        await ShowAsync(dc.Context, number, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var number = dc.ActiveDialog!.GetState(PasswordQuestionJsonContext.Default.PasswordQuestion).Request;
        if (await OpenDraft.SeeAsync(dc.Context, number, cancellationToken) is null)
            return await OpenDraft.GoneAsync(dc, cancellationToken);
        if (dc.Context.Activity.Type == ActivityTypes.Message)
        {
            var said = dc.Context.Activity.RemoveRecipientMention();
            await dc.Context.SendActivityAsync(
                IsSmallTalk(said) ? DraftTexts.PasswordInTheCard : ChatTexts.PasswordSaid(ChatTurn.Of(dc.Context).IsPersonal), cancellationToken);
            await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        }

        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        ShowAsync(turnContext, instance.GetState(PasswordQuestionJsonContext.Default.PasswordQuestion).Request, cancellationToken);

    // Orders were obeyed before; these are no order, and no password either.
    private static bool IsSmallTalk(string said) => said.Length == 0 || (said.EndsWith('?') && said.Contains(' ', StringComparison.Ordinal))
        || (Typed.InEnglish(YesNo.Word(said)) is var word && (YesNo.IsYes(word) || YesNo.IsNo(word) || TypedWords.Has(word) || s_smallTalk.Contains(word)));

    private static async Task ShowAsync(ITurnContext context, long number, CancellationToken ct)
    {
        if (await OpenDraft.SeeAsync(context, number, ct) is not { } draft)
        {
            await context.SendActivityAsync(TrunkTexts.DraftGone, ct);
            return;
        }

        var card = await context.Services.GetRequiredService<FormDesk>().PasswordCardAsync(ChatTurn.Of(context), draft, null, ct);
        await context.SendActivityAsync(card.ToMessage(), cancellationToken: ct);
    }
}

internal sealed record PasswordQuestion(long Request);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PasswordQuestion))]
internal sealed partial class PasswordQuestionJsonContext : JsonSerializerContext;
