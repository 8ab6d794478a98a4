using TrunkBot.Languages;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>What a person reads on a page behind a one-time link.</summary>
internal static class OneTimeTexts
{
    public static string NotKept => Say.It("Not saved yet");
    public static string Label => Say.It("SIP password");
    public static string Hint => Say.It("The password that your carrier shows for this trunk’s username.");
    public static string Keep => Say.It("Keep this password");
    public static string Or => Say.It("or");
    public static string WillBeMade => Say.It("TrunkBot makes a strong password and shows it to you once. You set the same one at your carrier.");
    public static string Generate => Say.It("Generate a password");
    public static string Received => Say.It("Password received");
    public static string ApproverSees => Say.It("The approver will see");
    public static string Made => Say.It("Here is your password");
    public static string ShownOnce => Say.It("It is shown only this once.");
    public static string StoreNow => Say.It("Store it now where your team keeps passwords, then set the same one at your carrier.");
    public static string MadeLabel => Say.It("Generated password");
    public static string HowToCopy => Say.It("Tab to it or press it, select all, copy.");
    public static string Next => Say.It("Go back to the chat with TrunkBot and press Submit. You can close this page.");
    public static string NothingTaken => Say.It("Nothing was saved");
    public static string Foreign =>
        Say.It("This form didn’t come from the page in your browser, or the page was open for too long. Open the link in the chat again.");
    public static string Unread => Say.It("The form couldn’t be read, or was too long. Open the link in the chat again.");
    public static string Busy => Say.It("The request was being changed in the chat at the same moment. Open the link in the chat again.");
    public static string Dead => Say.It("This link doesn’t work");
    public static string WhyDead =>
        Say.It("It was already used, is older than 15 minutes, or isn’t complete. In the chat with TrunkBot, type /trunk new and press Password by one-time page to get a new one.");

    public static string Title(string subject) => Say.It($"Password for {subject}");

    public static string KeptFor(string subject) => Say.It($"It is stored encrypted for {subject}. This link can’t be used again.");

    public static string Until(string time) =>
        Say.It($"It is stored encrypted until the trunk exists, then deleted. This link works once, until {time}.");
}
