using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Storage;

namespace TrunkBot.Trunks;

/// <summary>The draft that questions are about. It can end while they are open: by a button, by /trunk cancel, by its age.</summary>
internal static class OpenDraft
{
    /// <summary>The draft, or null when it is none any more.</summary>
    public static async Task<TrunkRequest?> FindAsync(ITurnContext context, long number, CancellationToken ct)
    {
        var request = await context.Services.GetRequiredService<TrunkBotDbContext>().Requests.FindAsync([number], ct);
        return request is { State: RequestState.Draft } draft && !context.Services.GetRequiredService<FormDesk>().HasExpired(draft) ? draft : null;
    }

    /// <summary>Says so and ends the questions.</summary>
    public static async Task<DialogTurnResult> GoneAsync(DialogContext dc, CancellationToken ct)
    {
        await dc.Context.SendActivityAsync(TrunkTexts.DraftGone, ct);
        return await dc.EndDialogAsync(null, ct);
    }
}
