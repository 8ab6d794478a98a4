using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Chat;

namespace TrunkBot.Approvals.Pushing;

/// <summary>Break-glass, first step: shows what would be pushed through.</summary>
internal sealed class PushCommand(PushDesk desk, RoleBook roles) : ICommand, IDescribed
{
    private static readonly Argument<string> s_request = new("request") { Description = ApprovalTexts.TheRequest };
    private static readonly Argument<string[]> s_reason = new("reason") { Description = PushTexts.TheReason, Arity = ArgumentArity.OneOrMore };

    public static CommandSpec Spec { get; } = new(
        "trunk push", PushTexts.Help, [Role.Admin],
        new Command("push") { s_request, s_reason, DryRun.Option }, ["/trunk push TR-7 the hotline is down and nobody answers"])
    {
        FreeTextAfter = 1,
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var reason = Comments.Read(line.GetValue(s_reason));
        switch (await desk.ShowAsync(line.GetValue(s_request)!.ToUpperInvariant(), turn.Person, turn.Roles, ct))
        {
            case PushShown { Approval: var approval }:
                await turn.ShowAsync(PushCard.Of(approval, reason, reason is null, turn.Channel.CardActions), ct);
                break;
            case PushRefused { Why: var why }:
                await turn.WhisperAsync(PushTexts.WhyNot(why, roles, turn.Roles), ct);
                break;
        }
    }
}

/// <summary>Push it through: the second confirmation.</summary>
internal sealed class PushAction(PushDesk desk, RoleBook roles) : ICardAction, IVerb
{
    public static string Verb => PushCard.Push;

    public static IReadOnlyList<Role> Roles => [Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var reason = Comments.Read(click.Text(PushCard.Reason));
        var outcome = await desk.ConfirmAsync(
            click.RequestId?.ToUpperInvariant() ?? "", turn.Person, turn.Roles, reason, click.Text(ApprovalCard.Seen), ct);
        return outcome switch
        {
            Pushed { Approval: var approval } => CardAnswer.Show(ApprovalCard.Of(approval, turn.Channel.CardActions)),
            PushShown { Approval: var approval, ReasonMissing: var missing } =>
                CardAnswer.Show(PushCard.Of(approval, reason, missing, turn.Channel.CardActions)),
            PushRefused { Why: var why } => CardAnswer.Refuse(PushTexts.WhyNot(why, roles, turn.Roles)),
            _ => CardAnswer.Nothing,
        };
    }
}
