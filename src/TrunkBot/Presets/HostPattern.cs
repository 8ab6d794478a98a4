namespace TrunkBot.Presets;

/// <summary>
/// A host with stars for single parts. Compared part by part from both ends, so a pattern never matches a host that
/// only begins with the carrier's name.
/// </summary>
internal static class HostPattern
{
    public static bool Matches(string pattern, string host)
    {
        var wanted = pattern.Split('.');
        var parts = host.Split('.');
        return wanted.Length == parts.Length
            && wanted.Zip(parts).All(pair => pair.First is "*" || pair.First == pair.Second);
    }

    /// <summary>The name of a carrier inside a host that does not belong to it: sip-twilio.com, twilio.com.evil.net.</summary>
    public static bool Imitates(string domain, string host) =>
        !IsWithin(domain, host) && host.Contains(domain.Split('.')[0], StringComparison.Ordinal);

    public static bool IsWithin(string domain, string host) =>
        host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal);
}
