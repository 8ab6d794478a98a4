using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrunkBot.Approvals;
using TrunkBot.Channels;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.Shape;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.AllCards;

/// <summary>Every card, through Microsoft's renderer and our own checks: tests/Browser/validate-cards.mjs says what is checked.</summary>
public sealed partial class EveryCardTests
{
    private const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public async Task Every_card_is_valid_drawn_by_Microsofts_renderer_and_shows_what_was_typed_as_text()
    {
        var problems = await ProblemsOfAsync([.. EveryCard.All()]);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40).Prepend($"{problems.Count} problems:")));
    }

    [Fact]
    public async Task Where_Teams_own_elements_are_not_known_nothing_that_they_say_is_lost_at_any_width_and_in_any_language()
    {
        List<SentCard> cards =
        [
            .. OwnOfTeamsIn(Language.English, "plain", "right to left"),
            .. Language.Offered.Where(language => language != Language.English).SelectMany(language => OwnOfTeamsIn(language, "plain")),
        ];
        Assert.Superset(
            new HashSet<string>(["Badge", "Icon", "ProgressBar", "CodeBlock", "Chart.Donut", "Chart.HorizontalBar"]),
            cards.SelectMany(card => OwnOfTeams().Matches(card.Card.ToJson().GetRawText())).Select(found => found.Groups[1].Value).ToHashSet());

        var problems = await ProblemsOfAsync(cards, "--widths");
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40).Prepend($"{problems.Count} problems:")));
    }

    [Fact]
    public void Only_the_approvals_card_refreshes_itself_and_no_card_has_more_than_six_buttons() => Assert.All(EveryCard.All(), card =>
    {
        Assert.True(card.Made == typeof(ApprovalCard) || card.Card.Refresh is null, card.Name);
        Assert.True(card.Card.Actions is not { Count: > 6 }, card.Name);
    });

    [Fact]
    public void Every_class_that_makes_cards_is_called_a_card_and_is_tried_here()
    {
        var types = typeof(TrunkBotApp).Assembly.GetTypes();
        var makers = types.Where(type => type.GetMethods(Anything).Any(method => method.ReturnType == typeof(AdaptiveCard)) && !type.Name.Contains('<', StringComparison.Ordinal));
        var named = types.Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Card", StringComparison.Ordinal));

        Listed.Same(
            makers.Union(named).Select(type => type.Name), EveryCard.All().Select(card => card.Made.Name).Distinct(),
            "tests/TrunkBot.Tests/AllCards/EveryCard.cs");
    }

    [Fact]
    public void Cards_are_made_in_card_files_alone()
    {
        var makers = Directory.EnumerateFiles(SourceFolder.Of("src/TrunkBot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => FallbackTextIsSet().IsMatch(File.ReadAllText(file)));

        Assert.All(makers, file => Assert.EndsWith("Card.cs", file, StringComparison.Ordinal));
    }

    private static List<SentCard> OwnOfTeamsIn(Language language, params string[] kinds) => language.Say(() => EveryCard.All()
        .Where(card => kinds.Any(kind => card.Name.EndsWith($", {kind}, {CardActions.Execute}", StringComparison.Ordinal)))
        .Where(card => OwnOfTeams().IsMatch(card.Card.ToJson().GetRawText()))
        .Select(card => card with { Name = $"{language}: {card.Name}" }).ToList());

    private static async Task<List<string>> ProblemsOfAsync(List<SentCard> cards, params string[] how)
    {
        var lines = cards.ConvertAll(card => card.Card.ToJson().GetRawText());
        // What is the same is drawn once: not every form differs for every kind of button.
        List<string> drawn = [.. lines.Distinct()];
        using var reports = JsonDocument.Parse(await Node.RunAsync("validate-cards.mjs", string.Join('\n', drawn), ["--report-only", .. how]));
        Assert.Equal(drawn.Count, reports.RootElement.GetArrayLength());
        var reportOf = drawn.Zip(reports.RootElement.EnumerateArray()).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. cards.Zip(lines).SelectMany(pair => ProblemsOf(pair.First, reportOf[pair.Second]))];
    }

    private static IEnumerable<string> ProblemsOf(SentCard card, JsonElement report)
    {
        foreach (var finding in report.GetProperty("findings").EnumerateArray())
            yield return $"{card.Name}: {finding.GetString()}";
        var drawn = Bare(report.GetProperty("text").GetString()!);
        foreach (var typed in card.Shows)
            if (!drawn.Contains(Bare(CardText.Visible(typed)), StringComparison.Ordinal))
                yield return $"{card.Name}: does not show {typed}";
    }

    /// <summary>Without what lays text out: blanks, and the marks that keep right-to-left text in its place.</summary>
    private static string Bare(string text) => Layout().Replace(text, "");

    [GeneratedRegex(@"[\s\u2068\u2069]+")]
    private static partial Regex Layout();

    [GeneratedRegex("\"type\":\"(Badge|Icon|ProgressBar|CodeBlock|Chart\\.[A-Za-z]+)\"")]
    private static partial Regex OwnOfTeams();

    [GeneratedRegex(@"FallbackText\s*=")]
    private static partial Regex FallbackTextIsSet();
}
