using System.Globalization;

namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>
/// The carrier's host. A scheme, parameters, SIP's own ports and invisible characters come off it, and that is said. What has a user, a path or
/// another port is refused with the host that was probably meant: nobody knows what else was.
/// </summary>
internal static class DomainRules
{
    private const int LongestRead = 1000;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static Reviewed<SipHost> Review(string? typed, bool allowPort)
    {
        var text = Characters.Visible(typed ?? "").Trim();
        if (text.Length is 0)
            return Refuse(FieldTexts.NoHost);
        if (text.Length > LongestRead || !Characters.IsWellFormed(text))
            return Refuse(FieldTexts.NotAHost);
        if (text.EnumerateRunes().Any(Characters.IsHidden))
            return Refuse(FieldTexts.HostHidden);
        // The user part of an address can be a password, so an address is never repeated.
        if (SipAddress.Is(text) && SipAddress.BareHost(text) is { } bare)
            return Mended(HostAndPort(bare, allowPort));
        if (SipAddress.Is(text))
            return Refuse(FieldTexts.WholeAddress, Meant(SipAddress.HostPart(text)));
        return text == typed?.Trim() ? HostAndPort(text, allowPort) : Mended(HostAndPort(text, allowPort));
    }

    private static Reviewed<SipHost> HostAndPort(string text, bool allowPort)
    {
        if (HostAddresses.Read(text) is not null || PortAt(text) is not (>= 0 and var colon))
            return Host(text);
        if (!allowPort && text.AsSpan(colon + 1) is "5060" or "5061")
            return Mended(Host(text[..colon]));
        if (!allowPort)
            return Refuse(FieldTexts.HasPort, Meant(text[..colon]));

        var digits = text.AsSpan(colon + 1);
        if (digits.Length is 0 or > 5 || digits.IndexOfAnyExceptInRange('0', '9') >= 0
            || int.Parse(digits, CultureInfo.InvariantCulture) is not (>= 1 and <= 65535 and var port))
            return Refuse(FieldTexts.BadPort);
        var host = Host(text[..colon]);
        return host.Value is null ? host : host with { Value = host.Value with { Port = port } };
    }

    // The only colon, or the one after a bracketed address; several colons otherwise are an address gone wrong.
    private static int PortAt(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && (text[colon - 1] is ']' || text.IndexOf(':', StringComparison.Ordinal) == colon) ? colon : -1;
    }

    private static Reviewed<SipHost> Host(string text)
    {
        if (HostAddresses.Read(text) is { } address)
            return HostAddresses.ReservedFor(address) is { } range
                ? Refuse(FieldTexts.Reserved(range))
                : new(new(HostAddresses.Write(address), null), [FieldTexts.HostIsAddress]);

        var name = text.ToLowerInvariant();
        if (!System.Text.Ascii.IsValid(name))
            return International(name);
        name = name.EndsWith('.') ? name[..^1] : name;
        if (HostNames.Objection(name) is { } objection)
            return Refuse(objection);
        return name.Contains("xn--", StringComparison.Ordinal) ? Encoded(name) : Public(name, []);
    }

    private static Reviewed<SipHost> International(string name)
    {
        if (name.Contains('_', StringComparison.Ordinal))
            return Host("_");
        return ToAscii(name) is { } ascii
            ? Host(ascii)
            : Refuse(FieldTexts.BadLetters);
    }

    // What is sent is the encoded form and what a person recognises is the other, so both are shown.
    private static Reviewed<SipHost> Encoded(string ascii)
    {
        var unicode = ToUnicode(ascii);
        if (unicode is null || ToAscii(unicode) != ascii)
            return Refuse(FieldTexts.NotDecoded);
        return Public(ascii, [HostScripts.AreMixed(unicode) ? FieldTexts.Mixed(unicode, ascii) : FieldTexts.Encoded(unicode, ascii)]);
    }

    private static Reviewed<SipHost> Public(string name, IReadOnlyList<Finding> findings)
    {
        if (HostNames.IsReserved(name))
            return Refuse(FieldTexts.PrivateEnding);
        return new(new(name, null), HostNames.IsDocumented(name) ? [.. findings, FieldTexts.Documented(name)] : findings);
    }

    // Said unless there is something against the host itself.
    private static Reviewed<SipHost> Mended(Reviewed<SipHost> host) => host.Value is { } value
        ? host with { Findings = [.. host.Findings.Where(finding => finding.Severity is not Severity.Note), FieldTexts.HostBecomes(value.ToString())] }
        : host;

    private static string? Meant(string part) =>
        Host(part) is { Value: { } host } ? host.Host
        : PortAt(part) is >= 0 and var colon && Host(part[..colon]) is { Value: { } before } ? before.Host
        : null;

    private static string? ToAscii(string name)
    {
        try
        {
            return Idn.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? ToUnicode(string name)
    {
        try
        {
            return Idn.GetUnicode(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Reviewed<SipHost> Refuse(Finding finding, string? meant = null) => Reviewed<SipHost>.Refused(
        meant is null ? finding : finding with { Remedy = FieldTexts.DidYouMean(meant), Suggestion = meant });
}
