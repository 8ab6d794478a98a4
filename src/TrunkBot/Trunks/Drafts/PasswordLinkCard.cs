using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>The way to the one-time page.</summary>
internal static class PasswordLinkCard
{
    public static AdaptiveCard Of(TrunkRequest draft, Uri address) => new()
    {
        FallbackText = $"{draft.Id}: your client cannot show the link to the one-time page. Enter the password in the form's masked field.",
        Body =
        [
            TextBlock.Heading($"Password for {draft.Id}"),
            new TextBlock("Open the page to enter the password outside of the chat, or to have one generated. The link is for you alone, works once, and for 15 minutes."),
        ],
        Actions = [new OpenUrlAction("Open the page", address.AbsoluteUri)],
    };
}
