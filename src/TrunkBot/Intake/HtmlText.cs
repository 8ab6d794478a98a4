using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace TrunkBot.Intake;

/// <summary>HTML as lines: a table's row is a line with tabs, a list's entry a line. It is read tag by tag and never made a tree: nesting is the sender's choice.</summary>
internal static class HtmlText
{
    public static string Of(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var lines = new HtmlLines();
        for (var token = tokens.Get(); token.Type is not HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token.Type is HtmlTokenType.StartTag)
            {
                tokens.State = Mode(token.Name);
                lines.Begin(token.Name);
            }
            else if (token.Type is HtmlTokenType.EndTag)
                lines.End(token.Name);
            else if (token.Type is HtmlTokenType.Character)
                lines.Write(token.Data);
        }

        return lines.Done();
    }

    private static HtmlParseMode Mode(string tag) => tag switch
    {
        "script" => HtmlParseMode.Script,
        "style" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
