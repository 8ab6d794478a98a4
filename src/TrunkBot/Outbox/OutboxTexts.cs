using TrunkBot.Languages;

namespace TrunkBot.Outbox;

/// <summary>What is said of messages themselves.</summary>
internal static class OutboxTexts
{
    public static string Shortened => Say.It("This is not all: the rest didn't fit into one message. Ask for less at once to see it.");
}
