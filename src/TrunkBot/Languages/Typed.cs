using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace TrunkBot.Languages;

/// <summary>
/// What somebody typed, in English: words and phrases of the language of now, and the titles of its buttons. Only the whole of what was typed counts.
/// English is understood beside it, and comes first: a word that means something in English means the same in every language here.
/// </summary>
internal static class Typed
{
    private const int Longest = 80, LongestTitle = 40;
    private static readonly char[] s_around = [.. ".!,\"'*_`“”„‘’«»¡¿、。「」। "];

    private static readonly ConcurrentDictionary<Language, FrozenDictionary<string, string>> s_meanings = new();

    /// <summary>The English word or phrase that it means. Where it means none, it is only folded.</summary>
    public static string InEnglish(string typed)
    {
        if (typed.Length > Longest)
            return typed;
        var folded = Fold(typed);
        return Language.IsEnglish ? folded : s_meanings.GetOrAdd(Language.Current, MeaningsIn).GetValueOrDefault(folded, folded);
    }

    /// <summary>The words of one meaning in the language of now, folded, the longest first; none in English.</summary>
    /// <param name="meaning">One of <see cref="TypedWords"/>.</param>
    public static IReadOnlyList<string> Words(string meaning) =>
        Language.IsEnglish ? [] : [.. WordsIn(Language.Current, meaning).OrderByDescending(word => word.Length)];

    /// <summary>
    /// Spellings of one word made the same: case, accents, full-width letters, and what Hindi is often written without. There are no quotes or full stop around it.
    /// </summary>
    public static string Fold(string typed)
    {
        // Nearly all that is typed: there is nothing to make the same but case and blanks.
        if (Ascii.IsValid(typed))
            return Tidy(typed);
        // Half of a surrogate pair cannot be normalised, nor, in .NET, U+FFFE.
        var whole = string.Concat(typed.EnumerateRunes().Where(rune => rune.Value is not 0xFFFE)).Normalize(NormalizationForm.FormKD);
        var letters = new StringBuilder(whole.Length);
        foreach (var character in whole)
            letters.Append(Plain(character));
        return Tidy(letters.ToString().Normalize(NormalizationForm.FormC));
    }

    private static string Tidy(string letters) =>
        string.Join(' ', letters.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(s_around);

    // Accents, soft hyphens, joiners and the dot below of Devanagari are left out; its two signs of a nasal are one.
    private static string Plain(char character) => character switch
    {
        >= '\u0300' and <= '\u036f' or '\u00ad' or '\u200c' or '\u200d' or '\u093c' => "",
        '\u0901' => "\u0902",
        _ => character.ToString(),
    };

    private static FrozenDictionary<string, string> MeaningsIn(Language language)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meaning in TypedWords.All)
            foreach (var word in WordsIn(language, meaning))
                meanings.TryAdd(word, TypedWords.Of(meaning)[0]);
        foreach (var (english, title) in language.Book.Texts.Where(text => IsTitle(text.Key)))
            meanings.TryAdd(Fold(title), Fold(english));
        return meanings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> WordsIn(Language language, string meaning) =>
        language.Book.Texts.TryGetValue(meaning, out var words) ? TypedWords.Of(words).Select(Fold) : [];

    private static bool IsTitle(string english) => english.Length <= LongestTitle && english.AsSpan().IndexOfAny('{', '|') < 0;
}
