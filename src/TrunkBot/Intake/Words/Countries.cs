using System.Collections.Frozen;
using System.Globalization;
using PhoneNumbers;

namespace TrunkBot.Intake.Words;

/// <summary>Countries by their code or their name in the languages that we read.</summary>
internal static class Countries
{
    private static readonly string[] s_languages = ["en", "de", "es", "fr", "pt", "hi", "ja"];

    private static readonly Lazy<FrozenDictionary<string, string>> s_names = new(Names);

    /// <summary>Its two letters; null where it is not known.</summary>
    public static string? Region(string country) => s_names.Value.GetValueOrDefault(Word.Phrase(country));

    private static FrozenDictionary<string, string> Names()
    {
        var names = new Dictionary<string, string> { ["uk"] = "GB", ["usa"] = "US", ["england"] = "GB", ["deutschland"] = "DE", ["germany"] = "DE", ["united states"] = "US", ["united kingdom"] = "GB" };
        var before = CultureInfo.CurrentUICulture;
        foreach (var code in PhoneNumberUtil.GetInstance().GetSupportedRegions())
            names.TryAdd(Word.Phrase(code), code);
        try
        {
            foreach (var (code, language) in PhoneNumberUtil.GetInstance().GetSupportedRegions().SelectMany(code => s_languages.Select(language => (code, language))))
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                if (Name(code) is { } name)
                    names.TryAdd(Word.Phrase(name), code);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        return names.ToFrozenDictionary();
    }

    private static string? Name(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
