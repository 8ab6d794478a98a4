using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts.Passwords;

/// <summary>The way to the one-time page.</summary>
internal static class PasswordLinkCard
{
    public static AdaptiveCard Of(TrunkRequest draft, Uri address) => new()
    {
        FallbackText = DraftTexts.NoLinkHere(draft.Id),
        Body =
        [
            TextBlock.Heading(DraftTexts.PasswordFor(draft.Id)),
            new TextBlock(DraftTexts.AboutThePage),
        ],
        Actions = [new OpenUrlAction(DraftTexts.OpenThePage, address.AbsoluteUri)],
    };
}
