using TrunkBot.Languages;

namespace TrunkBot.VideoSdk;

/// <summary>The two directions that VideoSDK knows. What is stored, sent and compared is always one of these words.</summary>
internal static class TrunkDirection
{
    /// <summary>Calls come from the carrier to VideoSDK.</summary>
    public const string Inbound = "inbound";

    /// <summary>Calls go from VideoSDK to the carrier.</summary>
    public const string Outbound = "outbound";

    /// <summary>As a person reads it. What is no direction, such as what was typed for one, stays as it is.</summary>
    public static string Said(string? direction) => direction switch
    {
        Inbound => Say.It("inbound"),
        Outbound => Say.It("outbound"),
        _ => direction ?? "",
    };
}
