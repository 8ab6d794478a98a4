using TrunkBot.Languages;

namespace TrunkBot.Trunks.Drafts.Pasting;

/// <summary>What is said of a message that was read for a trunk.</summary>
internal static class PasteTexts
{
    public static string Filled => Say.It("I filled in what your message says. Check each value, then enter the password and press Submit.");

    public static string TooLong => Say.It("That message is too long to read. Send just the part with the trunk's details, 64 KB at most.");

    public static string NothingFound => Say.It("I found nothing about a trunk in that message. Fill in the form yourself.");

    public static string From(string line) => Say.It($"From: {line}");

    public static string Rows(int rows) => Plural.Of(rows, Filled, Say.It($"Your message describes {rows} trunks, and this is the first. Check each value, then enter the password and press Submit."));

    public static string NotUsed(string lines) => Say.It($"Not used: {lines}");

    public static string Several(int count) => Plural.Of(count, Say.It("Your message says this. Use it?"), Say.It($"Your message says {count} different things. Choose one."));

    public static string NeedsCountryCode(string line) => Say.It($"This number needs a country code. Did you mean one of these? From: {line}");
}
