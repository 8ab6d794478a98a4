using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Languages;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Languages;

/// <summary>Messages of ICU, against FormatJS: tests/Browser/message-format.mjs runs it.</summary>
public sealed class MessageTests
{
    private static readonly string[] s_messages =
    [
        "", "plain", "It's here", "a ''quote'' and {0}", "'{0}' is quoted, {0} isn't", "'{'{0}'}'", "an open '{ quotation", "'{a''b}'", "{0}{1}", "{ 0 }", "#", "'#'", "don't '#' {0}",
        "{0, plural, other {#}}", "{0,plural,one{# day}other{# days}}", "{0, plural, =0 {none} one {one} other {# of {1}}}", "{0, plural, =1 {exactly one} one {one} other {many}} left",
        "{0, plural, one {'#' is #} other {'{#}' is #}}", "{0, plural, one {{1, plural, one {# in #} other {# in one}}} other {{1}: {1, plural, one {#} other {# many}}}}",
        "{0, plural, one {it's} other {they''re}}", "{1, plural, one {a} other {b}} and {0, plural, =2 {two} other {#}}",
        "{", "{0", "{}", "{0, plural}", "{0, plural, }", "{0, plural, one {x}}", "{0, plural, other}", "{0, plural, other {x} other {y}}", "{0, plural, other {x}", "{0 1}",
    ];

    private static readonly object?[][] s_values = [[0, 0], [1, 1], [2, 1], [1, 2], [5, 999], [21, 100]];

    [Fact]
    public async Task They_say_what_they_say_in_FormatJS()
    {
        var cases = (from language in Language.Offered from message in s_messages from values in s_values select (language, message, values)).ToList();
        using var theirs = JsonDocument.Parse(await Node.RunAsync("message-format.mjs", string.Join('\n', cases.Select(one => Line(one.language, one.message, one.values)))));
        AssertSame(cases, theirs);
    }

    [Fact]
    public async Task So_does_every_message_of_the_books()
    {
        var cases = (
            from language in Language.Offered
            from text in language.Book.Texts.Values
            where !text.Contains("-host}", StringComparison.Ordinal) && !text.Contains("{addresses}", StringComparison.Ordinal)
            from count in new[] { 0, 1, 2 }
            select (language, text, Enumerable.Repeat((object?)count, 8).ToArray())).ToList();
        Assert.True(cases.Count > 4 * 3 * 800, $"{cases.Count} cases");
        using var theirs = JsonDocument.Parse(await Node.RunAsync("message-format.mjs", string.Join('\n', cases.Select(one => Line(one.language, one.text, one.Item3)))));
        AssertSame(cases, theirs);
    }

    [Fact]
    public void A_brace_that_closes_nothing_is_a_mistake_as_in_ICU() => Assert.Throws<FormatException>(() => Message.Parse("a } b"));

    [Fact]
    public void What_has_no_value_stays_as_it_is() => Assert.Equal("to {inbound-host} from 7", Message.Parse("to {inbound-host} from {0}").Say(Language.German, 7));

    [Fact]
    public void A_number_that_people_read_finds_its_form() => Assert.Equal("1,234 viele", Message.Parse("{0, plural, one {eins} other {# viele}}").Say(Language.German, "1,234"));

    private static void AssertSame(List<(Language Language, string Message, object?[] Values)> cases, JsonDocument theirs)
    {
        Assert.Equal(cases.Count, theirs.RootElement.GetArrayLength());
        var wrong = cases.Zip(theirs.RootElement.EnumerateArray()).Where(pair => Ours(pair.First) != pair.Second.GetString())
            .Select(pair => $"{pair.First.Language} {pair.First.Message} {string.Join(',', pair.First.Values)}: “{Ours(pair.First)}”, in FormatJS “{pair.Second.GetString()}”").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40).Prepend($"{wrong.Count} of {cases.Count}:")));
    }

    private static string? Ours((Language Language, string Message, object?[] Values) one)
    {
        try
        {
            return Message.Parse(one.Message).Say(one.Language, one.Values);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Line(Language language, string message, object?[] values) => new JsonObject
    {
        ["language"] = language.Tag,
        ["message"] = message,
        ["values"] = new JsonObject(values.Select((value, at) => KeyValuePair.Create(at.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(value)))),
    }.ToJsonString();
}
