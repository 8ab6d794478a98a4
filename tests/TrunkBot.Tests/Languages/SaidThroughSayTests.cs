using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Languages;

/// <summary>A text that people read is said through <c>Say</c>, or it would be English for everybody.</summary>
public sealed class SaidThroughSayTests
{
    // What whoever runs the program reads, at its start, at the command line or in the log.
    private static readonly string[] s_forOperators = ["StartTexts", "CheckTexts", "KeysTexts", "SecretsTexts"];

    private static readonly Dictionary<string, string[]> s_membersForOperators = new()
    {
        ["ApprovalTexts"] = ["RemindTooLate", "EscalateTooLate", "SecondRoomIsGone", "CannotBeReachedByAnybody"],
        ["AuditTexts"] =
        [
            "When", "Columns", "NoDatabase", "NoHead", "NoEntries", "NoRow", "NotRemovedByUs", "Missing", "Changed", "CutOff", "HeadChanged", "RowChanged", "SealBroken",
            "CheckpointMissing", "CheckpointChanged", "Sentence", "Good", "Bad", "LastOf",
        ],
        ["PolicyTexts"] = ["NoSuchRule", "UnknownMember", "MissingMember", "BadDirection", "BadRole", "BadCountries"],
        ["ProvisioningTexts"] = ["RestoredDone", "RestoredBesideOthers"],
        ["StorageTexts"] =
        [
            "NoPostgresConnection", "NoHostOrDatabase", "NoSqliteConnection", "SharedByPooler", "Somebody", "UnknownBackEnd", "CannotWrite", "NoFolder", "NotWritable", "CannotReach", "Lost",
            "Newer", "CannotOpen", "AnotherStarts", "Unexplained", "ForOperators", "Cause",
        ],
        ["TrunkTexts"] = ["Confirmed", "Voided", "CreatedAs", "PasswordMissing", "PasswordOfNobody", "PasswordUnreadable"],
        ["VideoSdkTexts"] = ["ForOperators"],
    };

    [Fact]
    public void Every_text_for_people_is()
    {
        var files = Source.OfTheBot.Where(file => file.Path.EndsWith("Texts.cs", StringComparison.Ordinal) && !s_forOperators.Contains(NameOf(file))).ToList();
        Assert.True(files.Count > 20, $"{files.Count} files");
        var bare = files.SelectMany(Bare).ToList();
        Assert.True(bare.Count == 0, string.Join('\n', bare));
    }

    [Fact]
    public void A_text_that_is_not_is_found() => Assert.Equal(
        ["XTexts.cs: “Nobody knows.”"],
        Bare(new SourceFile("XTexts.cs", """class XTexts { string A => Say.It("It works."); string B => "Nobody knows."; string C => $"{A}: {B}"; }""")));

    private static IEnumerable<string> Bare(SourceFile file) =>
        from text in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
        where text is InterpolatedStringExpressionSyntax || text.IsKind(SyntaxKind.StringLiteralExpression)
        let words = WordsOf(text)
        where words.Any(char.IsWhiteSpace) && words.Any(char.IsLetter)
        where !text.Ancestors().OfType<InvocationExpressionSyntax>().Any(SaidTexts.IsSay) && !IsOfAnException(text)
        where s_membersForOperators.GetValueOrDefault(NameOf(file))?.Contains(MemberOf(text)) is not true
        select $"{file.Path}: “{words}”";

    private static string WordsOf(ExpressionSyntax text) => text is InterpolatedStringExpressionSyntax holes
        ? string.Concat(holes.Contents.OfType<InterpolatedStringTextSyntax>().Select(part => part.TextToken.ValueText))
        : ((LiteralExpressionSyntax)text).Token.ValueText;

    private static bool IsOfAnException(ExpressionSyntax text) =>
        text.Ancestors().OfType<ArgumentListSyntax>().Any(list => list.Arguments.Any(argument => argument.ToString().StartsWith("nameof(", StringComparison.Ordinal)));

    private static string NameOf(SourceFile file) => Path.GetFileNameWithoutExtension(file.Path);

    private static string MemberOf(ExpressionSyntax text) => text.Ancestors().Select(outer => outer switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.Text,
        _ => null,
    }).First(name => name is not null)!;
}
