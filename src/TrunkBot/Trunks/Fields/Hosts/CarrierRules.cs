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
        var quoted = Echo.Quoted(host);
        // People enter it because it is the host that they know.
        if (HostNames.IsWithin(host, TrunkOptions.VideoSdkSip))
            return Warning(
                $"{quoted} is VideoSDK's side of a trunk.",
                "Give the carrier's host here; VideoSDK's is entered at the carrier.");
        if (presets.WithDomainOf(host) is { } carrier)
            return Warning(
                $"{quoted} belongs to {carrier.DisplayName}, but its trunks have other hosts.",
                $"Expected is one such as {carrier.Example.Host}: {carrier.Example.Where}");
        if (presets.ImitatedBy(host) is { } imitated)
            return Warning(
                $"{quoted} carries the name of {imitated.DisplayName} but is not one of its hosts.",
                $"Check that it is no imitation: expected is one such as {imitated.Example.Host}.");
        return Warning(
            $"{quoted} is not the host of a carrier that TrunkBot knows.",
            "Check it, letter by letter, against the carrier's console.");
    }

    private static Finding Warning(string reason, string remedy) => Finding.Warning(FieldIds.Domain, reason, remedy);
}
