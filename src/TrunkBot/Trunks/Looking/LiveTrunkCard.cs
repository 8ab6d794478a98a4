using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
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
            FallbackText = LookingTexts.LiveAloud(known, CardText.Visible(Shown.Text(name))),
            Body =
            [
                TextBlock.Heading(CardText.Plain(Shown.Text(name))),
                new TextBlock(LookingTexts.Live(known)),
                new FactSet(
                [
                    new Fact(TrunkTexts.TrunkId, CardText.Plain(known.TrunkId)),
                    Fact(FieldTexts.Host, Shown.Text(now.Domain)),
                    Fact(FieldTexts.Direction, Shown.Value(FieldIds.Direction, now.Direction)),
                    Fact(FieldTexts.Numbers, Shown.Numbers(now.Numbers, TrunkOptions.NumbersOnACard)),
                    Fact(FieldTexts.Username, Shown.Text(now.Username)),
                    new Fact(FieldTexts.Password, FieldTexts.HiddenPassword),
                ]),
            ],
        };
    }

    private static Fact Fact(string title, string value) => new(title, value.Length > 0 ? CardText.Plain(value) : LookingTexts.NotSaid);
}
