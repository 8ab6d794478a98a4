namespace TrunkBot.Languages;

/// <summary>
/// What people type beside the titles of buttons. Each text is one meaning, and the books have the words for it in their languages. The English words
/// stand where they are heard; here is what a translator has to know, and first of it the word that the code hears.
/// </summary>
internal static class TypedWords
{
    public static string Hello => Say.Later("hello|hi");

    public static string Thanks => Say.Later("thank you|thanks");

    public static string Delete => Say.Later("delete|remove");

    public static string Wish => Say.Later("I need a trunk|I want a trunk");

    public static IReadOnlyList<string> All { get; } =
    [
        // Answers, and the way through questions.
        Say.Later("yes|sure"), Say.Later("no|no thanks"), Say.Later("back|go back"), Say.Later("keep it|keep"), Say.Later("skip|next"),
        Say.Later("cancel"), Say.Later("stop|never mind"), Say.Later("what?|why?|how?"), Say.Later("submit"),
        Say.Later("outbound|outgoing"), Say.Later("inbound|incoming"), Say.Later("done|ready"), Say.Later("where"),
        // What somebody says who types no command.
        Say.Later("help|help me"), Say.Later("what can you do|how does this work"), Say.Later("who am i|my roles"),
        Say.Later("new trunk|new SIP trunk"), Say.Later("continue|go on"), Say.Later("start over|restart"), Say.Later("ask me one by one"),
        Say.Later("my requests|show my requests"), Say.Later("my trunks|list my trunks"), Say.Later("what waits for me|what is waiting"),
        Say.Later("overview|show overview"), Say.Later("how are you|is everything ok"), Say.Later("sign in"), Say.Later("sign out"), Say.Later("trunk"),
        // Verbs, beside the number of a request.
        Say.Later("approve"), Say.Later("reject"), Say.Later("show"), Say.Later("edit"), Say.Later("delegate"),
        // What stands before or behind other words.
        Hello, Thanks, Delete, Wish,
    ];

    /// <summary>Whether the English word or phrase is one of these.</summary>
    public static bool Has(string english) => All.Any(meaning => Of(meaning).Contains(english, StringComparer.OrdinalIgnoreCase));

    public static string[] Of(string list) => list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
