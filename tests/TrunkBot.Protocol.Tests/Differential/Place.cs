using System.Text.Json.Nodes;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Where one input is played at one peer: an address and a conversation that nothing else uses, so that every call can be told from others.</summary>
internal sealed record Place(FakeChannel Channel, Uri Endpoint, string Peer, int Number, string Bot)
{
    private static readonly long Now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public string Root => $"/{Peer}/{Number}/";

    public string ServiceUrl => $"{Channel.Http.GetLeftPart(UriPartial.Authority)}{Root}";

    public string Conversation => $"{Bot}.{Number}";

    /// <summary>What the channel writes into a good token.</summary>
    public JsonObject Payload() => new()
    {
        ["iss"] = BotSide.Issuer,
        ["aud"] = BotSide.AppId,
        ["nbf"] = Seconds(-60),
        ["exp"] = Seconds(3540),
        ["serviceurl"] = ServiceUrl,
    };

    public string Token() => Channel.Signer.Sign(Payload());

    public static long Seconds(int fromNow) => Now + fromNow;

    /// <summary>Puts this place's own address and conversation where a text leaves room for them, as {service} and {conversation}.</summary>
    public string Fill(string text) => text.Replace("{service}", ServiceUrl).Replace("{conversation}", Conversation);

    /// <summary>Takes them out again, so that what two peers say can be compared.</summary>
    public string Blank(string text) => text.Replace(ServiceUrl, "{service}").Replace(ServiceUrl.TrimEnd('/'), "{service}").Replace(Conversation, "{conversation}");
}
