namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>What a range of addresses that no carrier can have is for.</summary>
internal enum ReservedRange
{
    /// <summary>This network, protocols, broadcast, future use.</summary>
    Other,
    PrivateNetworks,
    CarrierNetworks,
    ThisMachine,
    LocalLink,
    Documentation,
    Tests,
    Multicast,

    /// <summary>An IPv4 address in IPv6's form, by mapping, translation or a tunnel.</summary>
    WrapsIPv4,
}
