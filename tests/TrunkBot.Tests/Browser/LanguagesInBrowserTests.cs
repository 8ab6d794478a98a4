using System.Globalization;
using System.Text.Json;
using TrunkBot.Languages;
using TrunkBot.Tests.Languages;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

/// <summary>The main job in a browser, in each language that TrunkBot speaks.</summary>
public sealed class LanguagesInBrowserTests
{
    /// <summary>The screenshots stay in tests/Browser/out: language-de-DE-form.png and the like.</summary>
    [Fact]
    public async Task In_each_language_form_question_and_summary_are_in_it_and_in_no_English()
    {
        await using var world = await Company.StartAsync();
        await using var people = await BrowserScript.OpenAsync("languages.mjs", world.Sandbox.Address);
        foreach (var (at, locale) in ((string[])["en-GB", "de-DE", "es-MX", "hi-IN", "ja-JP"]).Index())
        {
            var language = Language.Of(locale);
            string In(string english) => language.Book.Texts.GetValueOrDefault(english, english);
            await people.AskAsync("open", locale, (at + 1).ToString(CultureInfo.InvariantCulture));
            await people.AskAsync("ask", In("Submit"), In("Waiting for an approver."));
            await world.RunDueJobsAsync();
            await people.AskAsync("approve", In("Approve"));
            await world.RunDueJobsAsync();
            var read = JsonSerializer.Deserialize<string>(await people.AskAsync("read", In("What to do next")))!;

            var english = language == Language.English ? [] : EnglishWords.In(read, language);
            Assert.True(english.Count == 0, string.Join('\n', english.Append(read)));
        }
    }
}
