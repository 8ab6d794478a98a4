using System.Net;
using System.Net.Sockets;
using TrunkBot.Intake.Noticing;
using TrunkBot.Presets;

namespace TrunkBot.Intake.Words;

/// <summary>Finds hosts: in the value of a label, and in sentences only where it is clear that they are a trunk's.</summary>
internal sealed class Addresses(PresetCatalog presets)
{
    private const int Longest = 253;

    private static readonly char[] s_between = [' ', '\n', '\t', ',', '<', '>', '"', '\'', '`', '(', ')', '*', '|', '「', '」', '、', '。'];

    private static readonly char[] s_digits = [.. "0123456789"];

    private static readonly HashSet<string> s_sipParts = ["sip", "sips", "pstn", "voip", "trunk", "trunks", "sbc", "siptrunk", "registrar", "proxy", "voice", "tel", "pbx"];

    private static readonly HashSet<string> s_webParts = ["www", "docs", "doc", "support", "help", "portal", "console", "api", "blog", "status", "mail", "smtp", "imap", "github", "dashboard", "my", "app", "login", "stun", "turn", "media", "rtp", "ntp", "autodiscover", "community", "learn", "web", "webex", "zoom", "meet", "lync", "kb", "wiki"];

    private static readonly HashSet<string> s_files = ["json", "conf", "yaml", "yml", "txt", "pdf", "csv", "xlsx", "docx", "png", "jpg", "tf", "env", "html", "xml", "log", "ini", "md", "py", "js", "cs", "sh", "eml", "msg", "zip", "ts", "go"];

    /// <summary>The address that a value is, alone or as a SIP address; null when it is none.</summary>
    public static SipTarget? InValue(string value)
    {
        foreach (var word in WordsOf(value).Take(12))
        {
            if (Read(word) is { } target)
                return target;
        }

        return null;
    }

    public static IReadOnlyList<SipTarget> AllInValue(string value) =>
        [.. WordsOf(value).Take(64).Select(Read).OfType<SipTarget>()];

    /// <summary>The words of a text, of which one can be an address: a password that was taken out of it is left out, and Japanese around it ends it.</summary>
    public static IEnumerable<string> WordsOf(string text) =>
        WithSeams(text.Replace($":{SecretNotice.Stars}@", "@", StringComparison.Ordinal)).Split(s_between, StringSplitOptions.RemoveEmptyEntries);

    private static string WithSeams(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u3000', '\uffff'))
            return text;
        var parted = new System.Text.StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && (text[i] >= '\u3000') != (text[i - 1] >= '\u3000'))
                parted.Append(' ');
            parted.Append(text[i]);
        }

        return parted.ToString();
    }

    /// <summary>Whether a host outside a form can be a trunk's: a SIP address, a known carrier's, or one that says SIP in its name.</summary>
    public bool IsTrunks(SipTarget target)
    {
        var parts = target.Host.Split('.');
        if (parts.Any(s_webParts.Contains))
            return false;
        return target.IsSip || !presets.ForHost(target.Host).IsCustom || parts.Any(part => part.Split('-').Any(word => s_sipParts.Contains(word.TrimEnd(s_digits))));
    }

    /// <summary>Whether it looks like a website's or a file's, not like one that calls go to.</summary>
    public static bool IsWeb(SipTarget target) => target.Host.Split('.').Any(s_webParts.Contains);

    /// <summary>Whether the host belongs to a carrier whose trunks have hosts of this form.</summary>
    public bool IsCarriers(SipTarget target) => !presets.ForHost(target.Host).IsCustom;

    public static SipTarget? Read(string word)
    {
        word = word.TrimEnd('.', ';', ':', ',', '!', '?', '}');
        word = word is ['[', ..] ? word : word.TrimEnd(']');
        if (word.Length is < 4 or > Longest + 80)
            return null;
        var scheme = word.StartsWith("sips:", StringComparison.OrdinalIgnoreCase) ? 5 : word.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        if (scheme is 0 && word.IndexOf("//", StringComparison.Ordinal) is var slashes and >= 0)
            return Over(word[..slashes], word[(slashes + 2)..]);
        var rest = word[scheme..].TrimStart('/');
        string? user = null;
        if (rest.LastIndexOf('@') is var at and >= 0)
        {
            if (scheme is 0)
                return null;
            (user, rest) = (rest[..at].Split(':', ';')[0], rest[(at + 1)..]);
        }

        var parts = rest.Split(';', '?');
        if (parts[0].IndexOf('/') is var slash and >= 0)
            parts[0] = slash + 1 < parts[0].Length && char.IsDigit(parts[0][slash + 1]) && scheme is 0 ? "" : parts[0][..slash];
        return Host(parts[0]) is var (host, port) && host.Length > 0
            ? new(host, port, Transport(parts) ?? (scheme is 5 ? "tls" : null), user is { Length: > 0 } ? user : null, scheme > 0)
            : null;
    }

    // tls://sip.a.com:5061
    private static SipTarget? Over(string scheme, string rest) =>
        scheme is "tls:" or "tcp:" or "udp:" && Read(rest) is { } target ? target with { Transport = target.Transport ?? scheme[..^1] } : null;

    private static string? Transport(string[] parts) => parts.Skip(1).Select(part => part.Split('=')).Where(part => part is [var name, _] && name.Equals("transport", StringComparison.OrdinalIgnoreCase))
        .Select(part => SipTarget.KnownTransport(part[1])).FirstOrDefault();

    private static (string Host, int? Port) Host(string text)
    {
        var colon = text.LastIndexOf(':');
        int? port = null;
        var host = text;
        if (colon > text.LastIndexOf(']') && (text[0] is '[' || text.IndexOf(':') == colon))
        {
            if (!int.TryParse(text.AsSpan(colon + 1), out var number) || number is < 1 or > 65535)
                return ("", null);
            (host, port) = (text[..colon], number);
        }

        return IsName(host) || IsAddress(host) ? (host.ToLowerInvariant(), port) : ("", null);
    }

    private static bool IsAddress(string host) => host.Split('.') is { Length: 4 } parts
        ? Array.TrueForAll(parts, part => part.Length is > 0 and < 4 && part.All(char.IsAsciiDigit)) && IPAddress.TryParse(host, out _)
        : host is ['[', .., ']'] && IPAddress.TryParse(host.AsSpan(1, host.Length - 2), out var six) && six.AddressFamily is AddressFamily.InterNetworkV6;

    private static bool IsName(string host)
    {
        var parts = host.Split('.');
        return host.Length <= Longest && parts.Length >= 2 && parts[^1].Length >= 2 && parts[^1].All(char.IsLetter) && !s_files.Contains(parts[^1].ToLowerInvariant())
            && Array.TrueForAll(parts, part => part.Length is > 0 and < 64 && part[0] is not '-' && part[^1] is not '-' && part.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
    }
}

/// <summary>A SIP host with what is said of it.</summary>
internal sealed record SipTarget(string Host, int? Port, string? Transport, string? User, bool IsSip)
{
    /// <summary>As it goes into the form.</summary>
    public string Value => $"{Host}{(Port is { } port ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{port}") : "")}{(Transport is null ? "" : $";transport={Transport}")}";

    public static string? KnownTransport(string value) => value.Trim().ToLowerInvariant() switch
    {
        "tls" or "transport-tls" or "sips" or "tls/srtp" or "tls 1.2" or "sip_transport_tls" => "tls",
        "tcp" or "transport-tcp" or "sip_transport_tcp" => "tcp",
        "udp" or "transport-udp" or "sip_transport_udp" => "udp",
        _ => null,
    };
}
