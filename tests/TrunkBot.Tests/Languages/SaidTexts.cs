using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Languages;

/// <summary>A text that the bot says to people, in the language of whoever reads it.</summary>
/// <param name="Where">The source file and its line.</param>
/// <param name="Key">As the books have it: English, with its holes numbered.</param>
internal sealed record SaidText(string Where, string Key)
{
    public override string ToString() => $"{Where} “{Key}”";
}

/// <summary>Every text that goes through <c>Say</c>, read from the source, and what the presets say of carriers.</summary>
internal static class SaidTexts
{
    public static IReadOnlyList<SaidText> All { get; } = [.. Source.OfTheBot.Where(file => !file.IsGenerated).OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(Of), .. OfPresets()];

    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(text => text.Key).Distinct()];

    public static bool IsSay(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Say" }, Name.Identifier.Text: "It" or "Later" };

    public static IEnumerable<SaidText> Of(SourceFile file)
    {
        var tree = CSharpSyntaxTree.ParseText(file.Text);
        foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsSay))
            if (KeyOf(call.ArgumentList.Arguments.Single().Expression) is { } key)
                yield return new($"{file.Path}:{tree.GetLineSpan(call.Span).StartLinePosition.Line + 1}", key);
    }

    // Null for what is a name, and no text: it stands somewhere else.
    private static string? KeyOf(ExpressionSyntax expression)
    {
        var holes = 0;
        return Part(expression);

        string? Part(ExpressionSyntax part) => part switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(Content)),
            BinaryExpressionSyntax sum => Part(sum.Left) is { } left && Part(sum.Right) is { } right ? left + right : null,
            _ => null,
        };

        string Content(InterpolatedStringContentSyntax content) =>
            content is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : string.Create(CultureInfo.InvariantCulture, $"{{{holes++}}}");
    }

    private static IEnumerable<SaidText> OfPresets()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Source.Root, "src/TrunkBot/Presets"), "*.json").Order(StringComparer.Ordinal))
        {
            using var preset = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var text in OfPreset(preset.RootElement))
                yield return new($"Presets/{Path.GetFileName(path)}", text);
        }
    }

    private static IReadOnlyList<string> OfPreset(JsonElement preset) =>
    [
        .. preset.GetProperty("id").ValueEquals("custom") ? [preset.GetProperty("displayName").GetString()!] : Array.Empty<string>(),
        preset.GetProperty("example").GetProperty("where").GetString()!,
        .. from direction in new[] { "inbound", "outbound" }
           from list in new[] { "hints", "nextSteps" }
           from text in preset.GetProperty(direction).GetProperty(list).EnumerateArray()
           select text.GetString()!,
    ];
}
