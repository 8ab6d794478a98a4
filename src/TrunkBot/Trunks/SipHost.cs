namespace TrunkBot.Trunks;

/// <summary>Where a trunk's calls go: a host name or an address, and a port where the settings allow one.</summary>
internal sealed record SipHost(string Host, int? Port)
{
    public override string ToString() => Port is null ? Host : $"{Host}:{Port}";
}
