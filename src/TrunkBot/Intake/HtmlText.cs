using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TrunkBot.Intake;

/// <summary>HTML as lines: a table's row is a line with tabs, a list's entry a line.</summary>
internal static class HtmlText
{
    private const int MostTags = 4000;

    private static readonly HashSet<string> s_lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "BR", "TR", "LI", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE", "DT", "DD", "DL", "HR", "SECTION", "ARTICLE", "HEADER", "FOOTER", "TBODY", "THEAD",
    };

    private static readonly HashSet<string> s_silent = new(StringComparer.OrdinalIgnoreCase) { "SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE" };

    public static string Of(string html) =>
        html.AsSpan().Count('<') > MostTags ? WithoutTags(html) : Written(new HtmlParser().ParseDocument(html));

    // A tree of very many tags takes longer than its length: then the tags are only taken off.
    private static string WithoutTags(string html)
    {
        var kept = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            kept.Append(html, at, (open < 0 ? html.Length : open) - at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0)
                return kept.Append(open < 0 ? "" : html[open..]).ToString();
            kept.Append('\n');
            at = close + 1;
        }

        return System.Net.WebUtility.HtmlDecode(kept.ToString());
    }

    // Step by step, not by recursion: nesting is the sender's choice.
    private static string Written(IDocument document)
    {
        var text = new StringBuilder();
        INode? node = document.Body;
        while (node is not null)
        {
            var isSilent = node is IElement element && s_silent.Contains(element.TagName);
            if (node is IText words)
                text.Append(IsPreformatted(words) ? words.Data : OneLine(words.Data));
            else if (node is IElement begun)
                Begin(begun, text);
            if (!isSilent && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                End(node, text);
            }

            node = node?.NextSibling;
        }

        return text.ToString();
    }

    private static void Begin(IElement element, StringBuilder text)
    {
        if (element.TagName is "TD" or "TH" && element.PreviousElementSibling is not null)
            text.Append('\t');
        else if (s_lines.Contains(element.TagName) && !IsInCell(element))
            Break(text);
    }

    private static void End(INode? node, StringBuilder text)
    {
        if (node is IElement element && s_lines.Contains(element.TagName) && !IsInCell(element))
            text.Append(element.TagName is "P" or "TABLE" or "UL" or "OL" ? "\n" : "");
        if (node is IElement { TagName: "TR" or "LI" or "DIV" or "P" or "TABLE" } block && !IsInCell(block))
            Break(text);
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not '\n')
            text.Append('\n');
    }

    private static bool IsInCell(IElement element) => element.TagName is "P" or "DIV" or "BR"
        && (element.ParentElement is { TagName: "TD" or "TH" } || element.ParentElement?.ParentElement is { TagName: "TD" or "TH" });

    private static bool IsPreformatted(IText text) => text.ParentElement is { TagName: "PRE" or "CODE" };

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ') is var line && line.AsSpan().IsWhiteSpace() ? line.Length > 0 ? " " : "" : line;
}
