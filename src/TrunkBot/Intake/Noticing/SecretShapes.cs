using System.Text.RegularExpressions;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>Secrets that are known by their shape: in an address, in a header, after an option, or by how they begin.</summary>
internal static partial class SecretShapes
{
    private const int LongestAddress = 128;

    private static readonly System.Buffers.SearchValues<char> s_stops = System.Buffers.SearchValues.Create(" \t\n\"'<>(`,;/");

    // Each rule, and of what a text must have one for the rule to find anything: to make a rule costs as much as to read hundreds of messages.
    private static readonly (string[] OneOf, Func<Regex> Make)[] s_rules =
    [
        ([":", "="], Header), (["ba", "bea"], Scheme), (["="], Digest), (["-u"], UserOption), (["eyJ"], WebToken),
        (["sk-", "sk_", "key0", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "xox", "akia"], KnownBeginning), (["-----begin "], PrivateKey),
    ];

    private static readonly HashSet<string> s_noUsers = new(StringComparer.OrdinalIgnoreCase)
    {
        "mailto", "email", "e-mail", "mail", "from", "to", "cc", "bcc", "contact", "user", "username", "aor", "uri", "sip", "sips", "xmpp", "im", "von", "an", "de", "para", "tel",
        "account", "login", "address", "id", "endpoint", "registrar", "usuario", "identifiant", "benutzername", "benutzer", "skype",
    };

    private static readonly HashSet<string> s_people = new(StringComparer.OrdinalIgnoreCase)
    {
        "kontakt", "contacto", "noc", "reply-to", "replyto", "owner", "support", "helpdesk", "sender", "absender", "auth-user", "sip-uri", "sip-user",
    };

    public static IEnumerable<Stretch> In(string text)
    {
        foreach (var secret in BeforeHosts(text))
            yield return secret;
        if (text.AsSpan().ContainsAny('"', '\''))
        {
            foreach (Match match in CodePair().Matches(text))
            {
                var value = match.Groups["value"];
                if (!Placeholder.Is(value.ValueSpan) && BareSecret.IsLikely(value.ValueSpan) && Addresses.Read(value.Value) is null)
                    yield return new(value.Index, value.Index + value.Length);
            }
        }

        foreach (var (oneOf, make) in s_rules)
        {
            if (!Array.Exists(oneOf, part => text.Contains(part, StringComparison.OrdinalIgnoreCase)))
                continue;
            foreach (Match match in make().Matches(text))
            {
                var value = match.Groups["value"];
                if (!Placeholder.Is(value.ValueSpan) && !value.ValueSpan.Equals("digest", StringComparison.OrdinalIgnoreCase))
                    yield return new(value.Index, value.Index + value.Length);
            }
        }
    }

    // "Contact:riya@acme.com", without a blank. Who has such a name and a password that looks like one is a user all the same.
    private static bool IsPersons(string label, ReadOnlySpan<char> before) =>
        (s_people.Contains(label) || LabelTable.IsLabel(label)) && (!BareSecret.IsLikely(before) || !before.ContainsAnyExceptInRange('0', '9'));

    // user:password@host. The last at sign counts: a password can have one of its own.
    private static IEnumerable<Stretch> BeforeHosts(string text)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at + 1 >= text.Length || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '[' or '$' or '<' or '{'))
                continue;
            if (HasAnother(text, at))
                continue;
            var start = Start(text, at);
            var user = AfterScheme(text, start, at);
            var colon = text.IndexOf(':', user, at - user);
            if (colon > user && colon + 1 < at && !s_noUsers.Contains(text[user..colon]) && !(user == start && IsPersons(text[user..colon], text.AsSpan(colon + 1, at - colon - 1))) && !Placeholder.Is(text.AsSpan(colon + 1, at - colon - 1)))
                yield return new(colon + 1, at);
        }
    }

    // Further at signs in one word: the last is the one before the host.
    private static bool HasAnother(string text, int at)
    {
        var ahead = text.AsSpan(at + 1, Math.Min(LongestAddress, text.Length - at - 1));
        var stop = ahead.IndexOfAny(s_stops);
        return (stop < 0 ? ahead : ahead[..stop]).Contains('@');
    }

    private static int Start(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestAddress && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\'' or '<' or '>' or '(' or '`' or ','))
            start--;
        return start;
    }

    private static int AfterScheme(string text, int start, int at)
    {
        var address = text.AsSpan(start, at - start);
        if (address.LastIndexOf("://", StringComparison.Ordinal) is var slashes and >= 0)
            return start + slashes + 3;
        foreach (var scheme in (string[])["sips:", "sip:"])
        {
            if (address.LastIndexOf(scheme, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
                return start + found + scheme.Length;
        }

        return address.IndexOf('=') is var equals and >= 0 ? start + equals + 1 : start;
    }

    [GeneratedRegex(@"(?i)\b(?:authorization|proxy-authorization|x-api-key|x-auth-token|api-key)\b[""'\\]*\s*[:=]\s*[""'\\]*(?:(?:basic|bearer|token|apikey)\s+)?(?<value>[^\s""'\\,]{6,})", RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex(@"(?i)\b(?:basic|bearer)\s+(?<value>[A-Za-z0-9+/=_.~-]*[0-9=_][A-Za-z0-9+/=_.~-]{7,})", RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?i)\b(?:response|ha1)\s*=\s*[""'\\]*(?<value>[0-9a-f]{32,128})", RegexOptions.NonBacktracking)]
    private static partial Regex Digest();

    [GeneratedRegex(@"(?:(?:^|\s)(?:-u|--user|--proxy-user|-U)(?:\s+|=)|\bcurl\b[^\n]*\s-[uU])[""']?[^\s:""']+:(?<value>[^\s""']+)", RegexOptions.NonBacktracking)]
    private static partial Regex UserOption();

    // auth=("id", "token"), SetBasicAuth("user", "secret"), new Client('id', 'token')
    [GeneratedRegex(@"(?i)\b(?:auth\s*[=:]\s*|[\w.]*(?:basic_?auth|client|twilio|plivo|vonage)[""']?\s*\)?\s*)[(\[]?\s*[""'][^""'\s]{1,80}[""']\s*,\s*[""'](?<value>[^""'\s]{6,128})[""']", RegexOptions.NonBacktracking)]
    private static partial Regex CodePair();

    [GeneratedRegex(@"\b(?<value>eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?)", RegexOptions.NonBacktracking)]
    private static partial Regex WebToken();

    [GeneratedRegex(@"\b(?<value>sk[-_](?:live|test|proj)?[-_]?[A-Za-z0-9]{16,}|KEY0[A-Za-z0-9_]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[A-Z0-9]{16})", RegexOptions.NonBacktracking)]
    private static partial Regex KnownBeginning();

    [GeneratedRegex(@"(?<value>-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\s:,-]*)", RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();
}
