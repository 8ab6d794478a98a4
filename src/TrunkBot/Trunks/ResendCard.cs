using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Trunks;

/// <summary>Asks an Admin for a password that is no longer kept.</summary>
internal static class ResendCard
{
    public const string Resend = "trunk.resend";

    public static AdaptiveCard Of(TrunkRequest request, CardActions can, string note) => new()
    {
        FallbackText = $"{request.Id}: {note}",
        Body =
        [
            TextBlock.Heading($"Send {request.Id} again"),
            new TextBlock(note),
            new TextInput(FieldIds.Password, "Password (the one that was approved)") { Style = TextInputStyles.Password, MaxLength = 300 },
        ],
        Actions = [CardButton.Of(can, "Send again", Resend, request.Id.ToString())],
    };
}
