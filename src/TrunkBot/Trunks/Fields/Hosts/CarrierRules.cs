using TrunkBot.Languages;
using TrunkBot.Presets;

namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>Whether a host is one of a carrier that we know; if not, what it looks like instead.</summary>
internal sealed class CarrierRules(PresetCatalog presets)
{
    public Reviewed<SipHost> Review(Reviewed<SipHost> domain)
    {
        if (domain.Value is not { } value || HasItsOwnWarning(value.Host) || !presets.ForHost(value.Host).IsCustom)
            return domain;
        return domain with { Findings = [.. domain.Findings, Unknown(value.Host)] };
    }

    private static bool HasItsOwnWarning(string host) =>
        HostNames.IsDocumented(host) || HostAddresses.Read(host) is not null;

    private Finding Unknown(string host)
    {
        // People enter it because it is the host that they know.
        if (HostNames.IsWithin(host, TrunkOptions.VideoSdkSip))
            return FieldTexts.VideoSdkSide(host);
        if (presets.WithDomainOf(host) is { } carrier)
            return FieldTexts.OtherHostOf(host, carrier.Called, carrier.Example.Host, Say.It(carrier.Example.Where));
        return presets.ImitatedBy(host) is { } imitated
            ? FieldTexts.Imitation(host, imitated.Called, imitated.Example.Host)
            : FieldTexts.UnknownCarrier(host);
    }
}
