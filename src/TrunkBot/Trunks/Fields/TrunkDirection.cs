namespace TrunkBot.Trunks.Fields;

/// <summary>The two directions that VideoSDK knows.</summary>
internal static class TrunkDirection
{
    /// <summary>Calls come from the carrier to VideoSDK.</summary>
    public const string Inbound = "inbound";

    /// <summary>Calls go from VideoSDK to the carrier.</summary>
    public const string Outbound = "outbound";
}
