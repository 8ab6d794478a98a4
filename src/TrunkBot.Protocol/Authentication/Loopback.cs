using System.Net;

namespace TrunkBot.Protocol.Authentication;

/// <summary>Which addresses stay on this machine. Only what says so itself counts: a name that resolves to loopback does not.</summary>
internal static class Loopback
{
    public static bool Is(Uri address) => address.IsAbsoluteUri && IsHost(address.Host);

    public static bool IsHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    public static bool IsListeningAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Is(uri);

    /// <summary>True for https anywhere and for http on this machine.</summary>
    public static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Is(address));
}
