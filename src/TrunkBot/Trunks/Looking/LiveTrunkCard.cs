using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Looking;

/// <summary>A trunk as VideoSDK has it at this moment.</summary>
internal static class LiveTrunkCard
{
    public static AdaptiveCard Of(Trunk known, SipTrunk now)
    {
        var name = now.Name.Length > 0 ? now.Name : known.Name;
        return new AdaptiveCard
        {
            FallbackText = $"Trunk {known.TrunkId}: {CardText.Visible(Shown.Text(name))}, as VideoSDK has it now.",
            Body =
            [
                TextBlock.Heading(CardText.Plain(Shown.Text(name))),
                new TextBlock($"Trunk of {new RequestId(known.RequestNumber)}, as VideoSDK has it now."),
                new FactSet(
                [
                    new Fact("Trunk id", CardText.Plain(known.TrunkId)),
                    Fact("Domain", Shown.Text(now.Domain)),
                    Fact("Direction", Shown.Text(now.Direction)),
                    Fact("Numbers", Shown.Numbers(now.Numbers, TrunkOptions.NumbersOnACard)),
                    Fact("Username", Shown.Text(now.Username)),
                    new Fact("Password", "•••"),
                ]),
            ],
        };
    }

    private static Fact Fact(string title, string value) => new(title, value.Length > 0 ? CardText.Plain(value) : "VideoSDK did not say");
}
