using System.Text.Json;

namespace TrunkBot.Intake.Forms;

/// <summary>JSON, alone or within a command or a mail. An array of trunks counts as several.</summary>
internal static class JsonSheet
{
    private const int MostTries = 16, Deepest = 32, DeepestBody = 4, MostLinesAhead = 64, LongestLine = 160, LongestGap = 80;

    private static readonly char[] s_openings = ['{', '['];

    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    // Where the account's own facts stand, not the trunk's.
    private static readonly HashSet<string> s_foreign = new(StringComparer.OrdinalIgnoreCase) { "metadata", "customer", "contact", "support", "billing", "webhook", "headers", "tags" };

    private static readonly HashSet<string> s_wrappers = new(StringComparer.OrdinalIgnoreCase) { "trunk", "trunks", "sip_trunk", "sipTrunk", "connection", "data", "attributes", "inbound_trunk", "outbound_trunk", "auth", "authentication", "credentials" };

    public static Sheet? Of(string text)
    {
        var tries = 0;
        for (var at = text.IndexOfAny(s_openings); at >= 0; at = text.IndexOfAny(s_openings, at + 1))
        {
            if (!StartsObject(text, at))
                continue;
            if (++tries > MostTries)
                return null;
            if (Length(text, at) is not { } length || Parse(text.Substring(at, length)) is not { } document)
                continue;
            using (document)
            {
                var read = new Walk(text.Substring(at, length));
                read.Visit(document.RootElement, "", 0, 0);
                if (read.Pairs.Count > 0)
                    return new(read.Pairs, Math.Max(1, read.Rows), $"{text[..at]}\n{text[(at + length)..]}") { IsCode = true };
            }
        }

        return null;
    }

    private static bool StartsObject(string text, int at)
    {
        for (var i = at + 1; i < text.Length && i < at + LongestGap; i++)
        {
            if (text[i] is '"' or '{')
                return true;
            if (!char.IsWhiteSpace(text[i]) && text[i] is not '[')
                return false;
        }

        return false;
    }

    // To the bracket that closes this one; strings are passed over.
    private static int? Length(string text, int at)
    {
        var (depth, isString) = (0, false);
        for (var i = at; i < text.Length; i++)
        {
            if (isString && text[i] is '\\')
                i++;
            else if (text[i] is '"')
                isString = !isString;
            else if (!isString && text[i] is '{' or '[')
                depth++;
            else if (!isString && text[i] is '}' or ']' && --depth is 0)
                return i - at + 1;
        }

        return null;
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, s_lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Walk(string json)
    {
        private readonly string[] _lines = json.Split('\n');
        private int _line;

        public List<Pair> Pairs { get; } = [];

        public int Rows { get; private set; }

        public void Visit(JsonElement element, string key, int row, int depth)
        {
            if (s_foreign.Contains(key) || depth > Deepest)
                return;
            if (element.ValueKind is JsonValueKind.Object)
            {
                foreach (var member in element.EnumerateObject())
                    Visit(member.Value, member.Name, row, depth + 1);
            }
            else if (element.ValueKind is JsonValueKind.Array)
                VisitList(element, key, row, depth);
            else if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number && element.ToString() is { Length: > 0 } value)
                VisitText(key, value, row, depth);
        }

        // A body within a body is a text that is JSON itself.
        private void VisitText(string key, string value, int row, int depth)
        {
            if (value is not ['{', ..] || depth > DeepestBody || Parse(value) is not { } inner)
            {
                Pairs.Add(Pair.Of(key, value, LineOf(key, value)) with { Row = row });
                return;
            }

            using (inner)
                Visit(inner.RootElement, key, row, depth + 1);
        }

        private void VisitList(JsonElement list, string key, int row, int depth)
        {
            var objects = list.EnumerateArray().Count(item => item.ValueKind is JsonValueKind.Object);
            var isTrunks = objects > 0 && (key.Length is 0 || s_wrappers.Contains(key));
            if (isTrunks)
                Rows = Math.Max(Rows, objects);
            var index = 0;
            foreach (var item in list.EnumerateArray())
            {
                Visit(item, item.ValueKind is JsonValueKind.Object && isTrunks ? "" : key, isTrunks ? index : row, depth + 1);
                index++;
            }
        }

        // Members come in the order of the text, so the search goes on where the last one was found.
        private string LineOf(string key, string value)
        {
            for (var i = _line; i < Math.Min(_lines.Length, _line + MostLinesAhead); i++)
            {
                if (_lines[i].Length > LongestLine || !_lines[i].Contains(value, StringComparison.Ordinal))
                    continue;
                _line = i;
                return _lines[i].Trim().TrimEnd(',');
            }

            return $"\"{key}\": \"{value}\"";
        }
    }
}
