using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Audit;

/// <summary>A page of the audit.</summary>
internal static class AuditCard
{
    public const string Page = "audit.page", OlderThan = "page";

    public static AdaptiveCard Of(AuditPage page, CardActions can) => new()
    {
        FallbackText = AuditTexts.Aloud(page.Entries.Select(entry => CardText.Visible(AuditTexts.Title(entry)))),
        Body =
        [
            TextBlock.Heading(AuditTexts.Heading(page.Subject is null ? null : CardText.Plain(page.Subject))),
            Table.OfText(AuditTexts.Columns, [2, 2, 3], page.Entries.Select(Cells)),
        ],
        Actions = page.Older is { } older ? [CardButton.Of(can, Say.It("Older"), Page, page.Subject, (OlderThan, older))] : [],
    };

    private static IReadOnlyList<IReadOnlyList<string>> Cells(AuditEntry entry) =>
    [
        [AuditTexts.When(entry)],
        [CardText.Plain(CardText.Cut(AuditTexts.Who(entry), 300))],
        [.. AuditTexts.What(entry).Select(line => CardText.Plain(CardText.Cut(line, 300)))],
    ];
}
