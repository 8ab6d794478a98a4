using TrunkBot.Access;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Chat;

namespace TrunkBot.Approvals.Viewing;

/// <summary>
/// What a client asks for by itself, again and again, for whoever has the room's card before their eyes: their own card. It changes nothing and says
/// nothing; where it cannot be made, it is the one that everybody sees.
/// </summary>
internal sealed class ViewApprovalAction(ApprovalDesk approvals, ApprovalViews views, ILogger<ViewApprovalAction> log) : ICardAction, IVerb
{
    public static string Verb => ApprovalCard.View;

    // Whoever is in the room reads the card anyway.
    public static IReadOnlyList<Role> Roles => [];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        if (!turn.Person.IsKnown)
            return CardAnswer.Refuse(ChatTexts.NoIdentity);
        if (await approvals.FindAsync(click.RequestId?.ToUpperInvariant() ?? "", turn.Person.TenantId, ct) is not { } approval || !RoomBook.IsRoomOf(approval, turn))
            return CardAnswer.Refuse(ApprovalTexts.NoSuchRequest);
        try
        {
            return CardAnswer.ShowAlone(await views.OfAsync(approval, turn, ct));
        }
#pragma warning disable CA1031 // whatever broke on the way to this person's card, there is a true one for everybody
        catch (Exception problem) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.NoOwnCard(approval.SubjectId, problem);
            return CardAnswer.ShowAlone(ApprovalCard.Of(approval, turn.Channel.CardActions));
        }
    }
}
