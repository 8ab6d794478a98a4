using TrunkBot.Channels;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>The first thing that people see.</summary>
internal static class WelcomeCard
{
    public const string NewTrunk = "trunk.new";

    public static AdaptiveCard Of(CardActions can) => new()
    {
        FallbackText = "I'm TrunkBot. Ask me for a SIP trunk on VideoSDK: type /trunk new, or /help.",
        Body =
        [
            TextBlock.Heading("SIP trunks on VideoSDK, asked for and approved right here"),
            new TextBlock("1\\. You ask: a form, questions one by one, or one typed line. I check the fields and tell you what to change."),
            new TextBlock("2\\. Somebody with the Approver role says yes or no."),
            new TextBlock("3\\. I create the trunk once, and tell you its id and what to do at your carrier."),
            new TextBlock("Never type a SIP password as a message. I ask for it in a masked field.") { IsSubtle = true },
        ],
        Actions = [CardButton.Of(can, "New trunk", NewTrunk, null)],
    };
}
