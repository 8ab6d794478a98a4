namespace TrunkBot.Trunks.Searching;

/// <summary>What is said of requests that are put into a message, and of their links.</summary>
internal static class SearchTexts
{
    public const string
        Open = "Open",
        InTeams = "Open it in Teams",
        HowToOpen = "This link is for a request in TrunkBot. In Teams, open your chat with TrunkBot and type /trunk show with its number.";
}
