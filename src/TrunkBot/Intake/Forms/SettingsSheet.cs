using System.Text.RegularExpressions;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>Settings: <c>key = value</c> under sections, environment variables, Terraform's resources, options of a command.</summary>
internal static partial class SettingsSheet
{
    private const int FewestSettings = 2;

    public static Sheet? Of(string text)
    {
        var read = new Lines();
        foreach (var line in text.Split('\n'))
            read.Take(line.Trim().TrimStart('>', ' '));
        var pairs = read.FirstTrunk();
        return pairs.Count >= FewestSettings && pairs.Count >= read.Sentences ? new(pairs, read.Rows, "") { IsCode = true } : null;
    }

    private sealed partial class Lines
    {
        private static readonly HashSet<string> s_peers = ["peer", "friend", "endpoint", "wizard", "registration", "trunk"];
        private static readonly HashSet<string> s_notTrunks = ["identify", "transport", "global", "system", "acl", "user"];

        private readonly List<(string Name, List<Pair> Pairs)> _sections = [("", [])];
        private string _list = "";

        public int Sentences { get; private set; }

        public int Rows { get; private set; } = 1;

        public void Take(string line)
        {
            if (line.Length is 0 or > 2000 || line[0] is '#' or ';' || line.StartsWith("//", StringComparison.Ordinal))
                return;
            if (Section().Match(line) is { Success: true } section)
                _sections.Add((section.Groups["name"].Value, []));
            else if (Resource().Match(line) is { Success: true } resource)
                _sections.Add(($"resource {resource.Groups["kind"].Value}", []));
            else if (Setting().Match(line) is { Success: true } setting)
                Add(setting.Groups["key"].Value, setting.Groups["value"].Value, line);
            else if (Parameter().Match(line) is { Success: true } parameter)
                Add(parameter.Groups["key"].Value, parameter.Groups["value"].Value, line);
            else if (_list.Length > 0 && line[0] is '"' or '\'')
                Add(_list, line.TrimEnd(','), line);
            else if (line[0] is ']')
                _list = "";
            else if (line[0] is not ('}' or '{' or ')' or '<'))
                Sentences++;
        }

        private void Add(string key, string value, string line)
        {
            value = WithoutNote(value);
            key = key.Split('/')[^1];
            _list = value is "[" ? key : _list;
            if (key is "register" or "register " && Registration(value, line))
                return;
            foreach (var one in value is "[" ? [] : value.StartsWith('[') ? value.Trim('[', ']').Split(',') : [value])
            {
                if (Inner(one) is { Length: > 0 } inner)
                    _sections[^1].Pairs.Add(Pair.Of(key is "contact" ? "aor contact" : key, inner, line));
            }
        }

        // register => user:password@host/extension, with tls:// or another before it
        private bool Registration(string value, string line)
        {
            if (value.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
            {
                _sections[^1].Pairs.Add(new("register", LabelKind.Transport, value[..scheme], line));
                value = value[(scheme + 3)..];
            }

            var at = value.LastIndexOf('@');
            if (at <= 0)
                return false;
            var user = value[..at].Split(':')[0];
            var host = value[(at + 1)..].Split('/')[0];
            _sections[^1].Pairs.Add(new("register", LabelKind.User, user, line));
            _sections[^1].Pairs.Add(new("register", LabelKind.Host, host, line));
            return true;
        }

        // Asterisk spreads one trunk over sections whose names begin alike; peers of different names are different trunks.
        public List<Pair> FirstTrunk()
        {
            List<(string Name, List<Pair> Pairs)> used = [.. _sections.Where(section => section.Pairs.Count > 0 && !IsForeign(section))];
            var peers = used.Where(section => TypeOf(section) is { } type && s_peers.Contains(type)).Select(section => Stem(section.Name)).Distinct().ToList();
            Rows = Math.Max(1, peers.Count);
            if (peers.Count > 1)
                used.RemoveAll(section => section.Name.Length > 0 && Stem(section.Name) != peers[0]);
            return used.Count is 0 ? [] : [.. NameOf(used), .. used.SelectMany(section => section.Pairs)];
        }

        private static IEnumerable<Pair> NameOf(List<(string Name, List<Pair> Pairs)> sections)
        {
            var named = sections.Find(section => TypeOf(section) is { } type && s_peers.Contains(type));
            if (named.Name is { Length: > 0 } name && !name.StartsWith("resource ", StringComparison.Ordinal) && !sections.Exists(s => s.Pairs.Exists(p => p.Kind is LabelKind.TrunkName)))
                yield return new("section", LabelKind.TrunkName, Stem(name), $"[{name}]");
        }

        private static bool IsForeign((string Name, List<Pair> Pairs) section) =>
            section.Name is "general" && section.Pairs.All(pair => pair.Label is not "register") || (TypeOf(section) is { } type && s_notTrunks.Contains(type));

        private static string? TypeOf((string Name, List<Pair> Pairs) section) =>
            section.Pairs.Find(pair => pair.Label.Equals("type", StringComparison.OrdinalIgnoreCase))?.Value.ToLowerInvariant();

        private static string Stem(string name)
        {
            foreach (var ending in (string[])["-auth", "_auth", "-aor", "_aor", "-reg", "_reg", "-registration", "-identify", "-endpoint", "_endpoint", "-outbound-auth"])
            {
                if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                    return name[..^ending.Length];
            }

            return name;
        }

        private static string WithoutNote(string value)
        {
            if (value is ['"' or '\'', ..] && value.IndexOf(value[0], 1) is var close and > 0)
                return value[..(close + 1)];
            var note = value.IndexOf(" #", StringComparison.Ordinal);
            if (note < 0)
                note = value.IndexOf(" ;", StringComparison.Ordinal);
            return (note > 0 ? value[..note] : value).Trim().TrimEnd(',');
        }

        // Asterisk writes \; where no note begins.
        private static string Inner(string value) => value.Replace("\\;", ";", StringComparison.Ordinal).Trim().Trim('"', '\'').Trim();

        [GeneratedRegex(@"^\[(?<name>[\w .+@-]{1,80})\](?:\([^)]*\))?\s*(?:[;#].*)?$", RegexOptions.NonBacktracking)]
        private static partial Regex Section();

        [GeneratedRegex(@"^<(?:param|variable)\s+name=""(?<key>[\w.-]{1,60})""\s+value=""(?<value>[^""]{1,200})""", RegexOptions.NonBacktracking)]
        private static partial Regex Parameter();

        [GeneratedRegex(@"^(?:resource|module|data)\s+""(?<kind>[\w.-]+)""", RegexOptions.NonBacktracking)]
        private static partial Regex Resource();

        [GeneratedRegex(@"^(?:export\s+|set\s+|\$env:|-e\s+|same\s*=>\s*)?[""']?(?<key>[A-Za-z_][\w./-]{0,60}(?: [A-Za-z][\w./-]{0,30}){0,3})[""']?\s*(?:=>?|:=|\+=)\s*(?<value>\S.*)$", RegexOptions.NonBacktracking)]
        private static partial Regex Setting();
    }
}
