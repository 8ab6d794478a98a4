namespace TrunkBot.Chat.Windows;

/// <summary>What the message extension says.</summary>
internal static class ExtensionTexts
{
    public const string UnknownCommand = "I don't know this command. Update the TrunkBot app in Teams and try again.";

    public const string NoOwnChat = "I answer this in a chat of our own, which you haven't opened yet. Open TrunkBot under Apps in Teams, say hello, and try again.";

    public const string NothingFound = "Nothing that you can see matches. Search for a number like TR-7, a name or a host.";
}
