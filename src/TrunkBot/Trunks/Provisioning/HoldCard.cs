using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Cards;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>Tells the Admins that VideoSDK refuses TrunkBot itself, and lets them have everything tried again that waits for that.</summary>
internal static class HoldCard
{
    public const string Retry = "trunk.retry", Which = "which";

    public static AdaptiveCard Of(TrunkRequest request, VideoSdkProblem problem, TimeSpan patience, CardActions can) => new()
    {
        FallbackText = ProvisioningTexts.HoldAloud(request, problem),
        Body =
        [
            TextBlock.Heading(ProvisioningTexts.HoldTitle),
            StateBanner.Of(VideoSdkTexts.Fault(problem.Status), ContainerStyles.Attention),
            new TextBlock(CardText.Plain(ProvisioningTexts.HoldWords(problem))),
            new TextBlock(CardText.Plain(ProvisioningTexts.HoldNext(request, patience))),
        ],
        Actions = [CardButton.Of(can, ProvisioningTexts.TryAgain, Retry, request.Id.ToString(), (Which, RetryDesk.All))],
    };
}
