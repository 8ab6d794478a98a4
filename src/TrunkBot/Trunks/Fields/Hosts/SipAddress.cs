using System.Buffers;

namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>What people paste where a host belongs: addresses with scheme, user, parameters or path.</summary>
internal static class SipAddress
{
    private static readonly string[] Schemes = ["sip:", "sips:", "tel:", "http:", "https:", "ws:", "wss:"];

    private static readonly string[] SipSchemes = ["sip:", "sips:"];

    private static readonly SearchValues<char> More = SearchValues.Create("@?/<>#\\ ");

    private static readonly SearchValues<char> Signs = SearchValues.Create("@;?/<>#\\");

    public static bool Is(string text) =>
        Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        || text.AsSpan().IndexOfAny(Signs) >= 0;

    /// <summary>
    /// The host, with its port, of an address that says nothing else of weight: <c>sip:host</c>, <c>&lt;sip:host:5060;transport=tls&gt;</c>,
    /// <c>host;transport=udp</c>. Null for one with a user, a path or headers: that is somebody's, or something else.
    /// </summary>
    public static string? BareHost(string text)
    {
        var host = text.StartsWith('<') && text.EndsWith('>') ? text[1..^1].Trim() : text;
        var scheme = Array.Find(SipSchemes, scheme => host.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        host = host[(scheme?.Length ?? 0)..];
        if (host.AsSpan().IndexOfAny(More) >= 0 || Array.Exists(Schemes, other => host.StartsWith(other, StringComparison.OrdinalIgnoreCase)))
            return null;
        var end = host.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? host : host[..end].TrimEnd();
    }

    /// <summary>The part between user and port or parameters, which may still not be a host.</summary>
    public static string HostPart(string text)
    {
        var host = text.Trim('<', '>', ' ').Replace('\\', '/');
        var scheme = Array.Find(Schemes, scheme => host.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        host = host[(scheme?.Length ?? 0)..].TrimStart('/');
        host = host[(host.LastIndexOf('@') + 1)..];
        var end = host.IndexOfAny([';', '?', '/', '>', '#']);
        return end < 0 ? host : host[..end];
    }
}
