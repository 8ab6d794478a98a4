using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Words;

/// <summary>A text that somebody reads.</summary>
/// <param name="Path">The source file.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">What it says; what is put in shows as <see cref="SpokenTexts.Hole"/>.</param>
/// <param name="IsPlural">It is one of the forms given to <c>Plural.Of</c>.</param>
internal sealed record SpokenText(string Path, int Line, string Text, bool IsPlural)
{
    public override string ToString() => $"{Path}:{Line} “{Text}”";
}

/// <summary>Every text of the bot, its library and its sandbox, read from the source: what is glued together with plus signs is one text.</summary>
internal static partial class SpokenTexts
{
    public const string Hole = "◌";

    // Rooms of the sandbox that answer as VideoSDK and Microsoft do, word for word.
    private static readonly string[] s_inOthersWords = ["Channel", "DirectLine", "Login", "VideoSdk"];

    // The intake and the dialogs hold words that people type: they are heard, never said.
    public static IReadOnlyList<SpokenText> All { get; } =
    [
        .. Source.OfTheBot.Where(file => !file.IsGenerated && file.Room is not "Intake" && !IsStyleSheet(file.Path)).SelectMany(Of),
        .. Source.OfTheProtocol.Where(file => file.Room is not "Dialogs").SelectMany(Of),
        .. Source.OfTheSandbox.Where(file => !s_inOthersWords.Contains(file.Room)).SelectMany(Of),
        .. PageTexts.All,
    ];

    public static bool HasTwoWords(string text) => TwoWords().IsMatch(text);

    public static IEnumerable<SpokenText> Of(SourceFile file)
    {
        var tree = CSharpSyntaxTree.ParseText(file.Text);
        foreach (var expression in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().Where(IsWholeText))
        {
            var text = TextOf(expression);
            if (IsForPeople(file.Path, text))
                yield return new(file.Path, tree.GetLineSpan(expression.Span).StartLinePosition.Line + 1, text, IsFormOfAPlural(expression));
        }
    }

    private static bool IsWholeText(ExpressionSyntax expression) =>
        IsText(expression)
        && expression.Ancestors().OfType<ExpressionSyntax>().TakeWhile(IsInside).All(outer => !IsText(outer))
        && !expression.Ancestors().OfType<AttributeSyntax>().Any(attribute => attribute.Name.ToString() is "GeneratedRegex");

    private static bool IsText(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax sum => sum.IsKind(SyntaxKind.AddExpression) && (IsText(sum.Left) || IsText(sum.Right)),
        _ => false,
    };

    // A text in what is put into another, such as one of the two sides of a condition, is a text of its own.
    private static bool IsInside(ExpressionSyntax outer) => outer is BinaryExpressionSyntax or ParenthesizedExpressionSyntax;

    private static string TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax holes => string.Concat(holes.Contents.Select(
            part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : Hole)),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => TextOf(sum.Left) + TextOf(sum.Right),
        ParenthesizedExpressionSyntax { Expression: var inner } => TextOf(inner),
        _ => Hole,
    };

    private static bool IsFormOfAPlural(ExpressionSyntax expression) => expression.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Plural" } });

    // Outside the files of texts and cards, what has no two words is a name, not a sentence.
    private static bool IsForPeople(string path, string text) =>
        !ForMachines().IsMatch(text) && (path.EndsWith("Texts.cs", StringComparison.Ordinal) || path.EndsWith("Card.cs", StringComparison.Ordinal)
            ? text.Any(char.IsLetter)
            : TwoWords().IsMatch(text));

    private static bool IsStyleSheet(string path) => path.EndsWith("Style.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|WITH|LISTEN|NOTIFY|SET|ON CONFLICT|AND|WHERE|ORDER)\b|;\s*(SELECT|PRAGMA)\b|""[A-Z]\w+"" (=|<|>|IN|IS)|default-src|max-age|no-store")]
    private static partial Regex ForMachines();

    [GeneratedRegex(@"\p{L}{2,}[,.:;]? \p{L}")]
    private static partial Regex TwoWords();
}
