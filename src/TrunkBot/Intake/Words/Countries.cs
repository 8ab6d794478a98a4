using System.Collections.Frozen;
using PhoneNumbers;

namespace TrunkBot.Intake.Words;

/// <summary>Countries by their code or their name in the languages that we read.</summary>
internal static class Countries
{
    private static readonly string[] s_languages = ["en", "de", "es", "fr", "pt", "hi", "ja"];

    private static readonly (string Name, string Region)[] s_shortNames =
        [("uk", "GB"), ("usa", "US"), ("us", "US"), ("england", "GB"), ("great britain", "GB"), ("grosbritannien", "GB"), ("英国", "GB"), ("イギリス", "GB"), ("米国", "US"), ("アメリカ", "US"), ("ब्रिटेन", "GB"), ("अमेरिका", "US")];

    private static readonly Lazy<FrozenDictionary<string, string>> s_names = new(Names);

    /// <summary>Its two letters; null where it is not known.</summary>
    public static string? Region(string country) => s_names.Value.GetValueOrDefault(Word.Phrase(country));

    // The names are the telephone library's: .NET's own come in the country's language alone.
    private static FrozenDictionary<string, string> Names()
    {
        var names = s_shortNames.ToDictionary(one => one.Name, one => one.Region);
        foreach (var code in PhoneNumberUtil.GetInstance().GetSupportedRegions())
        {
            names.TryAdd(Word.Phrase(code), code);
            foreach (var name in s_languages.Select(language => new Locale("", code).GetDisplayCountry(language)).Where(name => !string.IsNullOrEmpty(name)))
                names.TryAdd(Word.Phrase(name), code);
        }

        return names.ToFrozenDictionary();
    }
}
