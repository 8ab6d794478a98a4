using TrunkBot.Languages;

namespace TrunkBot.Chat.Windows;

/// <summary>What the message extension says.</summary>
internal static class ExtensionTexts
{
    public static string UnknownCommand => Say.It("I don't know this command. Update the TrunkBot app in Teams and try again.");

    public static string NoOwnChat =>
        Say.It("I answer this in a chat of our own, which you haven't opened yet. Open TrunkBot under Apps in Teams, say hello, and try again.");

    public static string NothingFound => Say.It("Nothing that you can see matches. Search for a number like TR-7, a name or a host.");
}
