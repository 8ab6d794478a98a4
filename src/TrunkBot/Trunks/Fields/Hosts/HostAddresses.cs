using System.Net;
using System.Net.Sockets;

namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>Which addresses no carrier can have: a trunk that points at one is a mistake, or a way into a network.</summary>
internal static class HostAddresses
{
    private static readonly (IPNetwork Range, ReservedRange Kind)[] Refused =
    [
        (IPNetwork.Parse("0.0.0.0/8"), ReservedRange.Other),
        (IPNetwork.Parse("10.0.0.0/8"), ReservedRange.PrivateNetworks),
        (IPNetwork.Parse("100.64.0.0/10"), ReservedRange.CarrierNetworks),
        (IPNetwork.Parse("127.0.0.0/8"), ReservedRange.ThisMachine),
        (IPNetwork.Parse("169.254.0.0/16"), ReservedRange.LocalLink),
        (IPNetwork.Parse("172.16.0.0/12"), ReservedRange.PrivateNetworks),
        (IPNetwork.Parse("192.0.0.0/24"), ReservedRange.Other),
        (IPNetwork.Parse("192.0.2.0/24"), ReservedRange.Documentation),
        (IPNetwork.Parse("192.88.99.0/24"), ReservedRange.Other),
        (IPNetwork.Parse("192.168.0.0/16"), ReservedRange.PrivateNetworks),
        (IPNetwork.Parse("198.18.0.0/15"), ReservedRange.Tests),
        (IPNetwork.Parse("198.51.100.0/24"), ReservedRange.Documentation),
        (IPNetwork.Parse("203.0.113.0/24"), ReservedRange.Documentation),
        (IPNetwork.Parse("224.0.0.0/4"), ReservedRange.Multicast),
        (IPNetwork.Parse("240.0.0.0/4"), ReservedRange.Other),
        (IPNetwork.Parse("::/128"), ReservedRange.Other),
        (IPNetwork.Parse("::1/128"), ReservedRange.ThisMachine),
        (IPNetwork.Parse("64:ff9b::/32"), ReservedRange.WrapsIPv4),
        (IPNetwork.Parse("2001::/23"), ReservedRange.Other),
        (IPNetwork.Parse("2001:db8::/32"), ReservedRange.Documentation),
        (IPNetwork.Parse("2002::/16"), ReservedRange.WrapsIPv4),
        (IPNetwork.Parse("3fff::/20"), ReservedRange.Documentation),
        (IPNetwork.Parse("fc00::/7"), ReservedRange.PrivateNetworks),
        (IPNetwork.Parse("fe80::/10"), ReservedRange.LocalLink),
        (IPNetwork.Parse("ff00::/8"), ReservedRange.Multicast),
    ];

    private static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// Reads only the one way in which each family is written: <see cref="IPAddress.TryParse(string, out IPAddress)"/>
    /// alone takes 127.1, 0x7f000001 and 2130706433 for the machine itself.
    /// </summary>
    public static IPAddress? Read(string text)
    {
        if (text is ['[', .. var inner, ']'])
            return inner.Contains(':', StringComparison.Ordinal) ? ReadV6(inner) : null;
        return text.Contains(':', StringComparison.Ordinal) ? ReadV6(text) : ReadV4(text);
    }

    /// <summary>What the range is kept for, when no carrier can be in it.</summary>
    public static ReservedRange? ReservedFor(IPAddress address)
    {
        // A network's Contains looks through the mapping, so it would not find a mapped range.
        if (address.IsIPv4MappedToIPv6)
            return ReservedRange.WrapsIPv4;
        foreach (var (range, kind) in Refused)
        {
            if (range.Contains(address))
                return kind;
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6 && !PublicV6.Contains(address) ? ReservedRange.Other : null;
    }

    /// <summary>As it stands in a SIP address: IPv6 in brackets, in its shortest form.</summary>
    public static string Write(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static IPAddress? ReadV4(string text)
    {
        var parts = text.Split('.');
        return parts.Length is 4
            && Array.TrueForAll(parts, part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit))
            && IPAddress.TryParse(text, out var address) && address.ToString() == text ? address : null;
    }

    private static IPAddress? ReadV6(string text) =>
        text.All(character => char.IsAsciiHexDigit(character) || character is ':' or '.')
            && IPAddress.TryParse(text, out var address)
            && address.AddressFamily is AddressFamily.InterNetworkV6 ? address : null;
}
