using TrunkBot.Channels;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Showing;

/// <summary>A button as the channel can do it: Execute with a fallback, or Submit where Execute is dead.</summary>
internal static class CardButton
{
    public const string Say = "say", SaidLine = "line";

    /// <summary>A button that says a line for whoever presses it.</summary>
    public static AdaptiveAction Line(CardActions can, string title, string line) =>
        Of(can, title, Say, null, (SaidLine, line), withInputs: false);

    /// <summary>A button that answers the question that is open. It comes as a message on every channel, for only a message answers.</summary>
    public static AdaptiveAction Answer(string title, string answer) => Line(CardActions.Submit, title, answer);

    /// <summary>A button that opens a dialog, where there are any; elsewhere what the dialog would show comes as a card.</summary>
    public static AdaptiveAction Dialog(CardActions can, string title, string verb, string? requestId) => can is CardActions.Execute
        ? SubmitAction.OpenDialog(title, verb, requestId is null ? null : new Dictionary<string, string> { ["requestId"] = requestId })
        : Of(can, title, verb, requestId, withInputs: false);

    /// <summary>The same with what the card's fields hold, and a further member of the data.</summary>
    public static AdaptiveAction Dialog(CardActions can, string title, string verb, string requestId, (string Name, string Value) more) => can is CardActions.Execute
        ? SubmitAction.OpenDialog(title, verb, new Dictionary<string, string> { ["requestId"] = requestId, [more.Name] = more.Value }, associatedInputs: null)
        : Of(can, title, verb, requestId, more);

    /// <summary>The buttons of a card that was made for a dialog, for the chat.</summary>
    public static IReadOnlyList<AdaptiveAction>? ForChat(IReadOnlyList<AdaptiveAction>? buttons) => buttons?.Select(button => button is SubmitAction { Data: { } data } submit
        ? ExecuteAction.Create(submit.Title, data[AdaptiveAction.VerbMember], data, associatedInputs: submit.AssociatedInputs)
        : button).ToList();

    /// <param name="can">What buttons can do on this channel.</param>
    /// <param name="title">What the button says.</param>
    /// <param name="verb">What is to be done.</param>
    /// <param name="requestId">About what; null for a button about nothing in particular.</param>
    /// <param name="more">A further member of the data.</param>
    /// <param name="withInputs">False where the card's fields do not matter, so that an empty one does not hold the click up.</param>
    public static AdaptiveAction Of(
        CardActions can, string title, string verb, string? requestId, (string Name, string Value)? more = null, bool withInputs = true) =>
        Of(can, title, verb, requestId, more is { } one ? [one] : [], withInputs);

    /// <summary>The same with several further members of the data.</summary>
    public static AdaptiveAction Of(
        CardActions can, string title, string verb, string? requestId, IReadOnlyList<(string Name, string Value)> more, bool withInputs = true)
    {
        var data = new Dictionary<string, string>();
        if (requestId is not null)
            data["requestId"] = requestId;
        foreach (var (name, value) in more)
            data[name] = value;
        var inputs = withInputs ? null : "none";
        return can == CardActions.Execute
            ? ExecuteAction.Create(title, verb, data, associatedInputs: inputs)
            : SubmitAction.Create(title, verb, data, associatedInputs: inputs);
    }
}
