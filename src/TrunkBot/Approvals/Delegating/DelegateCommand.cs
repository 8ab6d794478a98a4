using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Chat;

namespace TrunkBot.Approvals.Delegating;

/// <summary>Leaves a decision to a colleague.</summary>
internal sealed class DelegateCommand(HandoverDesk desk) : ICommand, IDescribed
{
    private static readonly Argument<string> s_request = new("request") { Description = ApprovalTexts.TheRequest };
    private static readonly Argument<string> s_whom = new("colleague") { Description = HandoverTexts.TheColleague };
    private static readonly Argument<string[]> s_note = new("note") { Description = HandoverTexts.TheNote, Arity = ArgumentArity.ZeroOrMore };

    public static CommandSpec Spec { get; } = new(
        "trunk delegate", HandoverTexts.Help, [Role.Approver, Role.Admin],
        new Command("delegate") { s_request, s_whom, s_note, DryRun.Option }, ["/trunk delegate TR-7 @Mei check the host", "/trunk delegate TR-7 me"])
    {
        FreeTextAfter = 2,
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var note = Comments.Read(line.GetValue(s_note));
        var (text, isDone) = await desk.HandOnAsync(line.GetValue(s_request)!.ToUpperInvariant(), turn.Person, turn.Roles, line.GetValue(s_whom)!, note, ct);
        await (isDone ? turn.SayAsync(text, ct) : turn.WhisperAsync(text, ct));
    }
}
