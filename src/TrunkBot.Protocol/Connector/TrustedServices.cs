using System.Collections.Frozen;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Protocol.Connector;

/// <summary>Decides which service addresses may be called, and with them who may see the bot's token.</summary>
internal sealed class TrustedServices(ChannelAuthenticationOptions options)
{
    private readonly bool _anonymous = options.IsAnonymous;
    private readonly FrozenSet<string> _hosts = ChannelAddresses.Of(options).ServiceHosts
        .Select(host => host.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for <c>host</c> or <c>host:port</c> and nothing more.</summary>
    public static bool IsHost(string host) =>
        Uri.TryCreate("https://" + host, UriKind.Absolute, out var uri)
        && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && (string.Equals(uri.Host, host, StringComparison.OrdinalIgnoreCase)
            || string.Equals($"{uri.Host}:{uri.Port}", host, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address with exactly one slash at its end, its path kept.</summary>
    /// <exception cref="UntrustedServiceException">The address may not be called.</exception>
    public string Root(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && MayBeCalled(uri)
            ? uri.AbsoluteUri.TrimEnd('/') + "/"
            : throw new UntrustedServiceException(uri?.Authority ?? "");

    /// <summary>True if the address may be called.</summary>
    public bool Trusts(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && MayBeCalled(uri);

    private bool MayBeCalled(Uri uri) =>
        Loopback.IsSecure(uri)
        && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0
        && (_anonymous ? Loopback.Is(uri) : IsListed(uri));

    // Exactly these hosts: anybody may register a name under some of their parents. Without a port only the scheme's own counts.
    private bool IsListed(Uri uri) =>
        (uri.IsDefaultPort && _hosts.Contains(uri.Host)) || _hosts.Contains($"{uri.Host}:{uri.Port}");
}
