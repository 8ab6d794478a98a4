using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Requests.Editing;

/// <summary>Opens the form with what was asked, to change it while it waits.</summary>
internal sealed class EditRequestCommand(TrunkDoor door, WhoApproves who) : ICommand, IDescribed
{
    private static readonly Argument<string> s_id = new("request") { Description = TrunkTexts.TheRequest };

    public static CommandSpec Spec { get; } = new(
        "trunk edit", TrunkTexts.EditHelp, [Role.Requester],
        new Command("edit") { s_id, DryRun.Option }, ["/trunk edit TR-7"]);

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var (request, refusal, _) = await door.ForAsync(turn, line.GetValue(s_id), rights => rights.Edit, [], ct);
        if (refusal is not null)
            await turn.WhisperAsync(refusal, ct);
        else
            await turn.ShowAsync(EditCard.Of(request, request.Fields, null, null, await WhoAsync(turn, request, ct), turn.Channel.CardActions), ct);
    }

    private Task<string?> WhoAsync(ChatTurn turn, TrunkRequest request, CancellationToken ct) => who.OfAsync(turn.Person, request.Number, request.Fields, ct);
}

/// <summary>Edit: the same as a button.</summary>
internal sealed class OpenEditAction(TrunkDoor door, WhoApproves who, RequestView view) : ICardAction, IVerb
{
    public static string Verb => EditCard.Open;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal, why) = await door.ForAsync(turn, click.RequestId, rights => rights.Edit, [], ct);
        if (refusal is not null)
            return why is TooFar ? CardAnswer.Show(await view.OfAsync(request, turn, ct)) : CardAnswer.Refuse(refusal);
        var approves = await who.OfAsync(turn.Person, request.Number, request.Fields, ct);
        return CardAnswer.Show(EditCard.Of(request, request.Fields, null, null, approves, turn.Channel.CardActions));
    }
}

/// <summary>Submit changes, and Submit anyway.</summary>
internal sealed class EditAction(TrunkDoor door, EditDesk edits, WhoApproves who, RequestView view) : ICardAction, IVerb
{
    public static string Verb => EditCard.Edit;

    public static IReadOnlyList<Role> Roles => [Role.Requester];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var (request, refusal, why) = await door.ForAsync(turn, click.RequestId, rights => rights.Edit, [], ct);
        if (refusal is not null)
            return why is TooFar ? CardAnswer.Show(await view.OfAsync(request, turn, ct)) : CardAnswer.Refuse(refusal);
        var given = FormClick.SubmissionOf(turn, click, request);
        var can = turn.Channel.CardActions;
        return await edits.EditAsync(request, given, ct) switch
        {
            NeedsFixing fix => CardAnswer.Show(EditCard.Of(request, fix.Review.Mended, fix.Review, fix.Mark, await who.OfAsync(turn.Person, request.Number, fix.Review.Mended, ct), can)),
            NeedsConfirmation confirm => CardAnswer.Show(EditCard.Of(request, confirm.Review.Mended, confirm.Review, confirm.Mark, who.Say(confirm.Needs, turn.Person), can)),
            RefusedByRule refused => CardAnswer.Refuse(TrunkTexts.AgainstARule(refused.Verdict)),
            NothingChanged => CardAnswer.Refuse(TrunkTexts.NothingChanged(request)),
            _ => CardAnswer.Show(await view.OfAsync(request, turn, ct)),
        };
    }
}
