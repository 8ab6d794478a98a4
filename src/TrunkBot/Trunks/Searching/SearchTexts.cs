using TrunkBot.Languages;

namespace TrunkBot.Trunks.Searching;

/// <summary>What is said of requests that are put into a message, and of their links.</summary>
internal static class SearchTexts
{
    public static string Open => Say.It("Open");
    public static string InTeams => Say.It("Open it in Teams");
    public static string HowToOpen =>
        Say.It("This link is for a request in TrunkBot. In Teams, open your chat with TrunkBot and type /trunk show with its number.");
}
