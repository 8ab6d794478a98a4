using System.Globalization;
using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Settling;

/// <summary>Asks an Admin for the second confirmation that a trunk is not there, and for its password if that is no longer kept.</summary>
internal static class ResendCard
{
    public const string Resend = "trunk.resend", Confirmed = "confirmed";

    public static AdaptiveCard Of(TrunkRequest request, CardActions can, string note) => new()
    {
        FallbackText = $"{request.Id}: {note}",
        Body =
        [
            TextBlock.Heading(ProvisioningTexts.SendAgainTitle(request)),
            StateBanner.Of(note, ContainerStyles.Warning),
            .. request.ProtectedPassword is null
                ? [new TextInput(FieldIds.Password, Say.It("Password (the one that was approved)")) { Style = TextInputStyles.Password, MaxLength = 300 }]
                : Array.Empty<CardElement>(),
        ],
        Actions = [CardButton.Of(can, ProvisioningTexts.SendAgain, Resend, request.Id.ToString(), (Confirmed, MarkOf(request)))],
    };

    /// <summary>Names this loss: a confirmation of an earlier one does not count for it.</summary>
    public static string MarkOf(TrunkRequest request) =>
        request.UnknownSince?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";
}
