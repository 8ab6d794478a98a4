using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Settling;

/// <summary>Asks an Admin what became of a create whose answer was lost: it is there, with this id, or it is not.</summary>
internal static class SettleCard
{
    public const string Settle = "trunk.settle", Adopt = "trunk.adopt", Close = "trunk.close", TrunkId = "trunk";

    // What the dashboard shows; longer ids are not seen, and a longer text is no id.
    private const int LongestId = 64;

    /// <param name="request">Whose outcome is unknown.</param>
    /// <param name="note">What came of the last click; null when there was none.</param>
    /// <param name="can">What buttons can do on this channel.</param>
    public static AdaptiveCard Of(TrunkRequest request, string? note, CardActions can)
    {
        var id = request.Id.ToString();
        return new AdaptiveCard
        {
            FallbackText = ProvisioningTexts.SettleAloud(request),
            Body =
            [
                TextBlock.Heading(ProvisioningTexts.SettleTitle(request)),
                StateBanner.Of(note ?? ProvisioningTexts.SettleIt, ContainerStyles.Attention),
                new FactSet([.. TrunkFacts.Shown(request).Select(fact => new Fact(fact.Title, CardText.Plain(fact.Value))), .. Times(request)]),
                new TextInput(TrunkId, ProvisioningTexts.TrunkIdField) { MaxLength = LongestId },
            ],
            Actions =
            [
                CardButton.Of(can, ProvisioningTexts.ItIsThere, Adopt, id),
                CardButton.Of(can, ProvisioningTexts.ItIsNotThere, ResendCard.Resend, id, withInputs: false),
                CardButton.Of(can, ProvisioningTexts.Close, Close, id, withInputs: false),
            ],
        };
    }

    private static IEnumerable<Fact> Times(TrunkRequest request) =>
        request.SentAt is { } sent ? [new Fact(Say.It("Sent"), Say.Time(sent))] : [];
}
