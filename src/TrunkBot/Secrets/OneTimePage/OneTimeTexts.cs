using System.Globalization;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>What a person reads on a page behind a one-time link.</summary>
internal static class OneTimeTexts
{
    public const string
        NotKept = "Not saved yet",
        Label = "SIP password",
        Hint = "The password that your carrier shows for this trunk’s username.",
        Keep = "Keep this password",
        Or = "or",
        WillBeMade = "TrunkBot makes a strong password and shows it to you once. You set the same one at your carrier.",
        Generate = "Generate a password",
        Received = "Password received",
        ApproverSees = "The approver will see",
        Made = "Here is your password",
        ShownOnce = "It is shown only this once.",
        StoreNow = "Store it now where your team keeps passwords, then set the same one at your carrier.",
        MadeLabel = "Generated password",
        HowToCopy = "Tab to it or press it, select all, copy.",
        Next = "Go back to the chat with TrunkBot and press Submit. You can close this page.",
        NothingTaken = "Nothing was saved",
        Foreign = "This form didn’t come from the page in your browser, or the page was open for too long. Open the link in the chat again.",
        Unread = "The form couldn’t be read, or was too long. Open the link in the chat again.",
        Busy = "The request was being changed in the chat at the same moment. Open the link in the chat again.",
        Dead = "This link doesn’t work",
        WhyDead = "It was already used, is older than 15 minutes, or isn’t complete. In the chat with TrunkBot, type /trunk new and press Password by one-time page to get a new one.";

    public static string Title(string subject) => $"Password for {subject}";

    public static string KeptFor(string subject) => $"It is stored encrypted for {subject}. This link can’t be used again.";

    public static string Until(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"It is stored encrypted until the trunk exists, then deleted. This link works once, until {time.UtcDateTime:HH:mm} UTC.");
}
