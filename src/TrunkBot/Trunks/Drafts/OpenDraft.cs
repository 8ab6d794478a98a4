using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>The draft that questions are about. It can end while they are open: by a button, by /trunk cancel, by its age.</summary>
internal static class OpenDraft
{
    /// <summary>What is in the draft, or null when it is none any more.</summary>
    public static Task<DraftView?> SeeAsync(ITurnContext context, long number, CancellationToken ct) =>
        context.Services.GetRequiredService<DraftAnswers>().FindAsync(number, ct);

    /// <summary>The draft, or null when it is none any more.</summary>
    public static Task<TrunkRequest?> FindAsync(ITurnContext context, long number, CancellationToken ct) =>
        context.Services.GetRequiredService<DraftAnswers>().RequestAsync(number, ct);

    /// <summary>Says so and ends the questions.</summary>
    public static async Task<DialogTurnResult> GoneAsync(DialogContext dc, CancellationToken ct)
    {
        await dc.Context.SendActivityAsync(TrunkTexts.DraftGone, ct);
        return await dc.EndDialogAsync(null, ct);
    }
}
