namespace TrunkBot.Chat.Windows;

/// <summary>An action of the message extension: another place to press a button that there is already.</summary>
/// <param name="Id">The command's id in the app's manifest.</param>
/// <param name="Verb">The button's verb.</param>
internal sealed record ExtensionAction(string Id, string Verb)
{
    /// <summary>Member of the click's data: what the message says that the action was chosen from, without passwords.</summary>
    public const string Said = "said";
}
