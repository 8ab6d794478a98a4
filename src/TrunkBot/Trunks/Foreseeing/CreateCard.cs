using System.Text.Json;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Foreseeing;

/// <summary>The create that a dry run speaks of, as it would leave, but for the password.</summary>
internal static class CreateCard
{
    // With more, a card that says it twice would be too large for some clients.
    private const int LongestInABlock = 4000;

    public static Foreseen Foresee(SipTrunkSpec spec) => new(ForesightTexts.Sends(spec), Of(spec));

    public static AdaptiveCard Of(SipTrunkSpec spec)
    {
        var lines = Lines(spec);
        return new AdaptiveCard
        {
            FallbackText = CardText.Cut(CardText.Visible(ForesightTexts.Sends(spec)), LongestInABlock / 2),
            Body =
            [
                TextBlock.Heading(ForesightTexts.TheCreate),
                new TextBlock(SipTrunkJson.Request) { FontType = "Monospace" },
                Code(string.Join('\n', lines), new Container([.. lines.Select(Line)])),
            ],
        };
    }

    private static CardElement Code(string snippet, Container fallback) =>
        snippet.Length > LongestInABlock ? fallback : new CodeBlock(snippet, "Json") { Fallback = fallback };

    // A member on each line: a hundred numbers are no hundred lines.
    private static List<string> Lines(SipTrunkSpec spec)
    {
        using var body = JsonDocument.Parse(SipTrunkJson.Show(spec));
        var members = body.RootElement.EnumerateObject().Select(member => $"  \"{member.Name}\": {member.Value.GetRawText()}").ToList();
        return ["{", .. members.Select((member, at) => at < members.Count - 1 ? $"{member}," : member), "}"];
    }

    private static RichTextBlock Line(string line) => new([new TextRun(CardText.Visible(line)) { FontType = "Monospace" }]) { Spacing = Spacings.None };
}
