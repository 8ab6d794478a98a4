namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>Where a trunk's calls go: a host name or an address, and a port where the settings allow one.</summary>
internal sealed record SipHost(string Host, int? Port)
{
    /// <summary>The host of a domain that was checked, in lower case and without its port.</summary>
    public static string NameIn(string domain)
    {
        var colon = domain.LastIndexOf(':');
        return (colon > domain.LastIndexOf(']') ? domain[..colon] : domain).ToLowerInvariant();
    }

    public override string ToString() => Port is null ? Host : $"{Host}:{Port}";
}
