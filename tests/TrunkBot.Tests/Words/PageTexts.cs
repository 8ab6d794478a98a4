using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Acornima;
using Acornima.Ast;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Words;

/// <summary>What people read that is not in C#: the carriers' hints, the sandbox's page and its scripts, the README.</summary>
internal static class PageTexts
{
    private static readonly string[] s_saidAttributes = ["title", "alt", "aria-label", "placeholder"];

    public static IReadOnlyList<SpokenText> All { get; } = [.. OfThePage(), .. OfTheScripts()];

    /// <summary>They call a thing as the carrier or the code does, which have words of their own.</summary>
    public static IReadOnlyList<SpokenText> InOthersTerms { get; } = [.. OfThePresets(), .. OfTheReadme()];

    // A carrier's own names of its settings, under "where", are its words.
    private static IEnumerable<SpokenText> OfThePresets() =>
        from path in Directory.EnumerateFiles(Path.Combine(Source.Root, "src/TrunkBot/Presets"), "*.json")
        let preset = JsonDocument.Parse(File.ReadAllText(path)).RootElement
        from direction in new[] { "inbound", "outbound" }
        where preset.TryGetProperty(direction, out _)
        from list in new[] { "hints", "nextSteps" }
        where preset.GetProperty(direction).TryGetProperty(list, out _)
        from text in preset.GetProperty(direction).GetProperty(list).EnumerateArray()
        select new SpokenText(Path.GetFileName(path), 0, text.GetString()!, IsPlural: false);

    private static IEnumerable<SpokenText> OfThePage()
    {
        const string Path = "src/TrunkBot.Sandbox/wwwroot/index.html";
        var page = new HtmlParser().ParseDocument(File.ReadAllText(System.IO.Path.Combine(Source.Root, Path)));
        var texts = page.Descendants<IText>().Where(text => text.ParentElement is not { LocalName: "script" or "style" }).Select(text => text.Data)
            .Concat(page.All.SelectMany(element => s_saidAttributes.Select(element.GetAttribute)).OfType<string>());
        return from text in texts where text.Any(char.IsLetter) select new SpokenText(Path, 0, text.Trim(), IsPlural: false);
    }

    // mail.js is a carrier's mail, in a carrier's words.
    private static IEnumerable<SpokenText> OfTheScripts() =>
        from path in Directory.EnumerateFiles(Path.Combine(Source.Root, "src/TrunkBot.Sandbox/wwwroot/page"), "*.js")
        where !path.EndsWith("mail.js", StringComparison.Ordinal)
        from node in new Parser().ParseModule(File.ReadAllText(path)).DescendantNodes()
        let text = node switch
        {
            StringLiteral literal => literal.Value,
            TemplateLiteral template => string.Join(SpokenTexts.Hole, template.Quasis.Select(part => part.Value.Cooked)),
            _ => "",
        }
        where SpokenTexts.HasTwoWords(text)
        select new SpokenText(Path.GetFileName(path), node.Location.Start.Line, text, IsPlural: false);

    // A row of a table is no sentence, and a block of code is nobody's.
    private static IEnumerable<SpokenText> OfTheReadme()
    {
        var (isCode, paragraph) = (false, new List<string>());
        foreach (var (line, number) in File.ReadLines(Path.Combine(Source.Root, "README.md")).Append("").Select((line, at) => (line, at + 1)))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            var isProse = !isCode && !isFence && line.Length > 0 && !line.StartsWith('|');
            if (paragraph.Count > 0 && (!isProse || line.StartsWith("* ", StringComparison.Ordinal) || char.IsDigit(line[0])))
            {
                yield return new SpokenText("README.md", number - paragraph.Count, string.Join(' ', paragraph), IsPlural: false);
                paragraph.Clear();
            }

            if (isProse)
                paragraph.Add(line.Trim());
            if (line.StartsWith('|'))
                foreach (var cell in line.Split('|', StringSplitOptions.RemoveEmptyEntries))
                    yield return new SpokenText("README.md", number, cell.Trim(), IsPlural: false);
        }
    }
}
