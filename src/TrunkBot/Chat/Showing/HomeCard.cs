using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Showing;

/// <summary>What somebody can press: for those who know no command, and for lines that nobody understands.</summary>
internal static class HomeCard
{
    public static AdaptiveCard Of(string says, IReadOnlyList<LineChoice> choices, CardActions can) => new()
    {
        FallbackText = ChatTexts.Typed(says, [.. choices.Select(choice => $"/{choice.Line}")]),
        Body = [new TextBlock(CardText.Plain(says))],
        Actions = Buttons(choices, can),
    };

    public static IReadOnlyList<AdaptiveAction> Buttons(IReadOnlyList<LineChoice> choices, CardActions can) =>
        [.. choices.Select(choice => choice.Opens is { } verb && can is CardActions.Execute ? CardButton.Dialog(can, choice.Title, verb, null) : CardButton.Line(can, choice.Title, choice.Line))];

    /// <summary>The commands that have a button here, as far as this person may use them.</summary>
    /// <param name="specs">All commands.</param>
    /// <param name="roles">The person's.</param>
    /// <param name="nearest">The command that was probably meant; its button comes first.</param>
    public static IReadOnlyList<LineChoice> Choices(IEnumerable<CommandSpec> specs, RoleSet roles, string? nearest = null) =>
    [
        .. nearest is null ? Array.Empty<LineChoice>() : [new LineChoice($"/{nearest}", nearest)],
        .. specs.Where(spec => spec.Title is not null && spec.Words != nearest && MayUse(spec, roles)).Select(spec => new LineChoice(Say.It(spec.Title!), spec.Words, spec.Opens)),
    ];

    // Whoever has a role knows who they are.
    private static bool MayUse(CommandSpec spec, RoleSet roles) =>
        spec.Roles.Count == 0 ? spec != WhoAmICommand.Spec || roles.IsEmpty : spec.Roles.Any(roles.Has);
}

/// <summary>A button that says a line for the person who presses it.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Line">What is done, as if it had been typed.</param>
/// <param name="Opens">The verb that opens a dialog instead, where there are any.</param>
internal sealed record LineChoice(string Title, string Line, string? Opens = null);
