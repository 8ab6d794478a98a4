using TrunkBot.Channels;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Showing;

/// <summary>The first thing that people see.</summary>
internal static class WelcomeCard
{
    /// <param name="choices">What whoever added the bot can do.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(IReadOnlyList<LineChoice> choices, CardActions can) => new()
    {
        FallbackText = ChatTexts.Welcome,
        Body =
        [
            TextBlock.Heading(Say.It("SIP trunks on VideoSDK, asked for and approved right here")),
            new TextBlock(Say.It("1\\. You ask: paste what your carrier sent you, fill in a form, or answer my questions. I check every field.")),
            new TextBlock(Say.It("2\\. An approver says yes or no.")),
            new TextBlock(Say.It("3\\. I create the trunk once, and tell you its id and what to do at your carrier.")),
            new TextBlock(Say.It("Never type a SIP password as a message. I ask for it in a masked field.")) { IsSubtle = true },
        ],
        Actions = HomeCard.Buttons(choices, can),
    };
}
