using System.Globalization;
using System.Text;

namespace TrunkBot.Languages;

/// <summary>
/// How <see cref="Noted"/> keeps what was said: the English text, with signs that nobody sees around each sentence and each value in it. So it reads well
/// wherever it is looked at, and from the signs a sentence is found in a book again. A value can have sentences in it; a time is a value of no sentence.
/// </summary>
internal static class Notation
{
    // Invisible operators of Unicode's General Punctuation, which no text for people has.
    private const char Sentence = '\u2061', SentenceEnd = '\u2062', Value = '\u2063', ValueEnd = '\u2064';
    private const string Signs = "\u2061\u2062\u2063\u2064";
    private const string TimeFormat = "yyyy-MM-dd HH:mm 'UTC'";

    /// <param name="english">The text; <c>{0}</c> stands where the first value is put in.</param>
    /// <param name="values">What is put in.</param>
    public static string Of(string english, IReadOnlyList<object?> values) => values.Count == 0
        ? $"{Sentence}{english}{SentenceEnd}"
        : $"{Sentence}{Fill(english, values, (noted, value) => noted.Append(Value).Append(value).Append(ValueEnd))}{SentenceEnd}";

    /// <summary>A time, which is said in the zone of whoever reads it.</summary>
    public static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{Value}{at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{ValueEnd}");

    /// <summary>The text without the signs.</summary>
    public static string English(string noted) =>
        noted.AsSpan().ContainsAny(Signs) ? string.Concat(noted.Where(sign => !Signs.Contains(sign, StringComparison.Ordinal))) : noted;

    /// <summary>What it says. A text that somebody has damaged is said in English.</summary>
    public static string Say(string noted, Language language)
    {
        if (!noted.AsSpan().ContainsAny(Signs))
            return noted;
        var reading = new Reading(noted, language);
        var said = reading.Text(depth: 0);
        return reading.IsWhole ? said : English(noted);
    }

    /// <summary>The English text with its values.</summary>
    public static string Fill(string english, IReadOnlyList<object?> values) => Fill(english, values, (text, value) => text.Append(value)).ToString();

    private static StringBuilder Fill(string english, IReadOnlyList<object?> values, Action<StringBuilder, object?> put)
    {
        var text = new StringBuilder(english.Length);
        var from = 0;
        for (var at = 0; at < values.Count; at++)
        {
            var hole = $"{{{at.ToString(CultureInfo.InvariantCulture)}}}";
            var found = english.IndexOf(hole, from, StringComparison.Ordinal);
            put(text.Append(english, from, found - from), values[at]);
            from = found + hole.Length;
        }

        return text.Append(english, from, english.Length - from);
    }

    private sealed class Reading(string noted, Language language)
    {
        // Sentences are in sentences twice or thrice; more is no text of ours.
        private const int Deepest = 16;

        private int _at;
        private bool _isBroken;

        public bool IsWhole => !_isBroken && _at == noted.Length;

        /// <summary>Up to the end of the value around it, or of all.</summary>
        public string Text(int depth)
        {
            var said = new StringBuilder();
            while (!_isBroken && _at < noted.Length && noted[_at] is not (ValueEnd or SentenceEnd))
            {
                said.Append(noted[_at] switch
                {
                    Sentence when depth < Deepest => Told(depth),
                    Value => Time(),
                    Sentence => Broken(),
                    _ => Plain(),
                });
            }

            return said.ToString();
        }

        private string Told(int depth)
        {
            _at++;
            var (english, values) = (new StringBuilder(), new List<object?>());
            while (!_isBroken && _at < noted.Length && noted[_at] is not SentenceEnd)
            {
                if (noted[_at] is Value)
                {
                    _at++;
                    english.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
                    values.Add(Text(depth + 1));
                    Take(ValueEnd);
                }
                else
                    english.Append(noted[_at] is Sentence or ValueEnd ? Broken() : Plain());
            }

            Take(SentenceEnd);
            return language.Say(english.ToString(), values) ?? Fill(english.ToString(), values);
        }

        private string Time()
        {
            _at++;
            var utc = Plain();
            Take(ValueEnd);
            return DateTimeOffset.TryParseExact(utc, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Languages.Say.Time(at) : Broken();
        }

        private string Plain()
        {
            var end = noted.AsSpan(_at).IndexOfAny(Signs);
            var text = end < 0 ? noted[_at..] : noted.Substring(_at, end);
            _at += text.Length;
            return text;
        }

        private void Take(char sign)
        {
            if (_at < noted.Length && noted[_at] == sign)
                _at++;
            else
                Broken();
        }

        private string Broken()
        {
            _isBroken = true;
            return "";
        }
    }
}
