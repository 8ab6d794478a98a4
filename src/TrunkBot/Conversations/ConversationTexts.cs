using TrunkBot.Languages;

namespace TrunkBot.Conversations;

/// <summary>What is said about places that are gone.</summary>
internal static class ConversationTexts
{
    public static string Gone => Say.It("The conversation is gone: it was deleted, or TrunkBot was removed or blocked there.");
}
