using System.Collections.Frozen;
using TrunkBot.Intake.Noticing;

namespace TrunkBot.Intake.Words;

/// <summary>What labels mean, in the languages that carriers write their mails in.</summary>
internal static class LabelTable
{
    private const int Longest = 60, MostWideWords = 4;

    private static readonly FrozenDictionary<string, LabelKind> s_phrases = LabelWords.All
        .SelectMany(entry => entry.Phrases.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(phrase => (Phrase: Word.Phrase(phrase), entry.Kind)))
        .DistinctBy(entry => entry.Phrase).ToFrozenDictionary(entry => entry.Phrase, entry => entry.Kind);

    private static readonly FrozenSet<string> s_others = Set(LabelWords.Others);
    private static readonly FrozenSet<string> s_trade = Set("sip trunk trunks voip pstn siptrunk twilio telnyx plivo vonage livekit vapi videosdk");
    private static readonly FrozenSet<string> s_around = Set(LabelWords.Around);

    // Scripts without blanks between words: the longest part that is known counts.
    private static readonly (string Phrase, LabelKind Kind)[] s_wide =
        [.. s_phrases.Where(entry => entry.Key[0] >= '\u0900').Select(entry => (entry.Key, entry.Value)).OrderByDescending(entry => entry.Key.Length)];

    private static readonly string[] s_wideOthers = [.. s_others.Where(word => word[0] >= '\u0900')];

    public static bool IsLabel(string text) => Kind(text) is not LabelKind.None;

    /// <summary>What exactly these folded words mean.</summary>
    public static LabelKind Exact(string phrase) => s_phrases.GetValueOrDefault(phrase);

    public static LabelKind Kind(string label)
    {
        if (label.Length > Longest)
            return LabelKind.None;
        List<string> words = [.. Word.In(WithoutBrackets(label)).Select(word => word.Text)];
        return words.Count is 0 ? LabelKind.None : Kind(label, words);
    }

    private static LabelKind Kind(string label, List<string> words)
    {
        var phrase = string.Join(' ', words);
        if (s_phrases.TryGetValue(phrase, out var exact))
            return exact;
        var spoken = Word.In(label);
        if (Enumerable.Range(0, spoken.Count).Any(at => SecretWords.At(spoken, at) > 0))
            return LabelKind.Secret;
        if (words.Exists(s_others.Contains) || Array.Exists(s_wideOthers, word => phrase.Contains(word, StringComparison.Ordinal)))
            return LabelKind.Other;
        // ACME_SIP_HOST: what stands behind the trade's own word.
        if (words.FindLastIndex(s_trade.Contains) is var at and >= 0 && at + 1 < words.Count && s_phrases.TryGetValue(string.Join(' ', words.Skip(at + 1)), out var ownKind))
            return ownKind;
        while (words.Count > 1 && s_around.Contains(words[0]))
        {
            words.RemoveAt(0);
            if (s_phrases.TryGetValue(string.Join(' ', words), out var kind))
                return kind;
        }

        while (words.Count > 1 && (s_around.Contains(words[^1]) || words[^1].All(char.IsDigit)))
        {
            words.RemoveAt(words.Count - 1);
            if (s_phrases.TryGetValue(string.Join(' ', words), out var kind))
                return kind;
        }

        return spoken.Count <= MostWideWords && phrase.Any(c => c >= '\u0900') ? Wide(phrase) : LabelKind.None;
    }

    // What a label is about stands at its end: トランク方向 is a direction.
    private static LabelKind Wide(string phrase) => Array.Find(s_wide, entry => phrase.EndsWith(entry.Phrase, StringComparison.Ordinal)) is { Phrase: not null } last
        ? last.Kind
        : Array.Find(s_wide, entry => phrase.Contains(entry.Phrase, StringComparison.Ordinal)).Kind;

    private static string WithoutBrackets(string label) =>
        label.IndexOfAny(['(', '（', '/', '／']) is var at and > 0 ? label[..at] : label;

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
