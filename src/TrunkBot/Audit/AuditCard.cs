using TrunkBot.Channels;
using TrunkBot.Chat;
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
            .. page.Entries.Select(Element),
        ],
        Actions = page.Older is { } older ? [CardButton.Of(can, "Older", Page, page.Subject, (OlderThan, older))] : [],
    };

    private static Container Element(AuditEntry entry) => new(
    [
        new TextBlock(CardText.Plain(AuditTexts.Title(entry))) { Weight = TextWeights.Bolder },
        .. AuditTexts.Lines(entry).Select(line => new TextBlock(CardText.Plain(CardText.Cut(line, 300))) { Spacing = Spacings.None }),
    ])
    {
        Separator = true,
    };
}
