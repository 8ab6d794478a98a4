namespace TrunkBot.Languages;

/// <summary>A language that TrunkBot speaks. Its code and its settings are English; the others have a book each.</summary>
internal class Language
{
    private static readonly AsyncLocal<Language?> s_current = new();

    private readonly Lazy<LanguageBook> _book;

    private Language(string tag, Func<long, bool>? isOne)
    {
        Tag = tag;
        IsOne = isOne;
        _book = new(() => LanguageBook.Of(this));
    }

    public static Language English { get; } = new("en", number => number is 1);

    public static Language German { get; } = new("de", number => number is 1);

    public static Language Spanish { get; } = new("es", number => number is 1);

    public static Language Hindi { get; } = new("hi", number => number is 0 or 1);

    public static Language Japanese { get; } = new("ja", isOne: null);

    /// <summary>No language: what is said in it is kept as <see cref="Noted"/>, to be said to each reader in theirs.</summary>
    public static Language Noting { get; } = new Notes();

    /// <summary>Those that are switched on: whoever writes in another one is answered in English.</summary>
    public static IReadOnlyList<Language> Offered { get; } = [English, German, Spanish, Hindi, Japanese];

    /// <summary>The language of what is said now: of the turn, or of whoever a job speaks to.</summary>
    public static Language Current => s_current.Value ?? English;

    /// <summary>As BCP 47 names it.</summary>
    public string Tag { get; }

    /// <summary>Whether it has a form of its own for this number; null where no number has.</summary>
    public Func<long, bool>? IsOne { get; }

    /// <summary>What its texts are in this language. It is read when something is said in it for the first time.</summary>
    public LanguageBook Book => _book.Value;

    public static bool IsEnglish => Current == English;

    public static bool IsNoting => Current == Noting;

    /// <summary>What is said instead of this English text; null where nobody has translated it.</summary>
    /// <param name="english">The text; <c>{0}</c> stands where the first value is put in.</param>
    /// <param name="values">What is put in.</param>
    public virtual string? Say(string english, params IReadOnlyList<object?> values) => this == English ? null : Book.Say(english, values);

    /// <summary>The language of a locale, such as <c>de-AT</c>; English where it is none of ours.</summary>
    public static Language Of(string? locale) => Find(locale) ?? English;

    /// <summary>The first of these locales that is in a language of ours; English where none is.</summary>
    public static Language OfFirst(IEnumerable<string?> locales) => locales.Select(Find).FirstOrDefault(language => language is not null) ?? English;

    private static Language? Find(string? locale)
    {
        var tag = (locale ?? "").AsSpan();
        if (tag.IndexOfAny('-', '_') is var end and >= 0)
            tag = tag[..end];
        foreach (var language in Offered)
            if (tag.Equals(language.Tag, StringComparison.OrdinalIgnoreCase))
                return language;
        return null;
    }

    /// <summary>Speaks it until what is returned is disposed of, here and in all that is called from here.</summary>
    public IDisposable Speak()
    {
        var before = s_current.Value;
        s_current.Value = this;
        return new Turn(before);
    }

    /// <summary>What is said for somebody whose language this is, whatever is spoken around it.</summary>
    public T Say<T>(Func<T> said)
    {
        using (Speak())
            return said();
    }

    public override string ToString() => Tag;

    private sealed class Notes() : Language("en", isOne: null)
    {
        public override string Say(string english, params IReadOnlyList<object?> values) => Notation.Of(english, values);
    }

    private sealed class Turn(Language? before) : IDisposable
    {
        public void Dispose() => s_current.Value = before;
    }
}
