using System.Buffers;

namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>What people paste where a host belongs: addresses with scheme, user, parameters or path.</summary>
internal static class SipAddress
{
    private static readonly string[] Schemes = ["sip:", "sips:", "tel:", "http:", "https:", "ws:", "wss:"];

    private static readonly SearchValues<char> Signs = SearchValues.Create("@;?/<>#\\");

    public static bool Is(string text) =>
        Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        || text.AsSpan().IndexOfAny(Signs) >= 0;

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
