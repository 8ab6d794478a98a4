using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Searching;

/// <summary>The address of a request: <c>PublicUrl/r/TR-7</c>. It names one and opens none: who may see it is asked each time.</summary>
internal static class RequestLink
{
    public const string Path = "/r/";

    /// <summary>Null where the bot has no address.</summary>
    public static Uri? Of(OneTimePageOptions page, RequestId id) => page.IsOn ? new($"{page.Address.AbsoluteUri.TrimEnd('/')}{Path}{id}") : null;

    /// <summary>Which request a link names; null where it is no link of ours.</summary>
    public static RequestId? Read(OneTimePageOptions page, string? url)
    {
        if (!page.IsOn || !Uri.TryCreate(url, UriKind.Absolute, out var link) || !page.Address.IsBaseOf(link))
            return null;
        var before = page.Address.AbsolutePath.TrimEnd('/') + Path;
        return link.AbsolutePath.StartsWith(before, StringComparison.Ordinal) ? RequestId.Parse(link.AbsolutePath[before.Length..]) : null;
    }
}
