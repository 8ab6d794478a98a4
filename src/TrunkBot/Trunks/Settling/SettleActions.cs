using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Settling;

/// <summary>Settle: what to look for, and the two ways out.</summary>
internal sealed class SettleAction(UnknownOutcomeDesk desk) : ICardAction, IVerb
{
    public static string Verb => SettleCard.Settle;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, click.RequestId, ct);
        return request is null ? CardAnswer.Refuse(refusal) : CardAnswer.Show(SettleCard.Of(request, null, turn.Channel.CardActions));
    }
}

/// <summary>It is there: taken over if it is exactly what was approved.</summary>
internal sealed class AdoptAction(UnknownOutcomeDesk desk, AdoptDesk adopting, RequestView view) : ICardAction, IVerb
{
    public static string Verb => SettleCard.Adopt;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, click.RequestId, ct);
        if (request is null)
            return CardAnswer.Refuse(refusal);
        var note = click.Text(SettleCard.TrunkId)?.Trim() is { Length: > 0 } id ? await adopting.AdoptAsync(turn, request, id, ct) : ProvisioningTexts.TrunkIdMissing;
        return CardAnswer.Show(request.State is RequestState.Created
            ? await view.OfAsync(request, turn, ct)
            : SettleCard.Of(request, note, turn.Channel.CardActions));
    }
}

/// <summary>It is not there: after a second confirmation it is sent again, where needed with the password entered once more.</summary>
internal sealed class ResendAction(UnknownOutcomeDesk desk, ResendDesk resending, RequestView view) : ICardAction, IVerb
{
    public static string Verb => ResendCard.Resend;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal) = await desk.FindAsync(turn, click.RequestId, ct);
        if (request is null)
            return CardAnswer.Refuse(refusal);
        var can = turn.Channel.CardActions;
        if (click.Text(ResendCard.Confirmed) != ResendCard.MarkOf(request))
            return CardAnswer.Show(ResendCard.Of(request, can, request.ProtectedPassword is null ? ProvisioningTexts.PasswordGone : ProvisioningTexts.SureItIsNotThere));
        var password = click.Text(FieldIds.Password) is { Length: > 0 } typed ? new Secret(typed) : null;
        return await resending.SendAgainAsync(turn, request, password, ct)
            ? CardAnswer.Show(await view.OfAsync(request, turn, ct))
            : CardAnswer.Show(ResendCard.Of(request, can, ProvisioningTexts.PasswordNotTheApproved));
    }
}
