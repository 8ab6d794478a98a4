using System.Runtime.CompilerServices;
using TrunkBot.Intake;

namespace TrunkBot.Tests.Intake;

/// <summary>A paste with what should be read in it. The files hold many: <c>=== name</c>, lines <c>@field: value</c>, <c>---</c>, the paste.</summary>
/// <param name="Name">Says what kind of paste it is.</param>
/// <param name="Expected">Per field the values that should be found; several where all of them should be offered.</param>
/// <param name="Secrets">What must be nowhere in a reading.</param>
/// <param name="Rows">How many trunks it describes; null where that does not matter.</param>
/// <param name="Text">The message.</param>
/// <param name="Html">Its markup, where the paste is HTML.</param>
internal sealed record Paste(
    string Name, IReadOnlyDictionary<string, string[]> Expected, IReadOnlyList<string> Secrets, int? Rows, string Text, string? Html)
{
    public static readonly string[] Fields = ["name", "host", "direction", "numbers", "user", "likely"];

    public static IReadOnlyList<Paste> All { get; } = [.. Directory.GetFiles(Folder(), "*.txt").Order(StringComparer.Ordinal).SelectMany(In)];

    /// <summary>The values of a field in a reading.</summary>
    public static string[] Found(Reading reading, string field) => [.. (field switch
    {
        "name" => reading.Names,
        "host" => reading.Hosts,
        "direction" => reading.Directions,
        "numbers" => reading.Numbers,
        "user" => reading.Usernames,
        _ => reading.LikelyNumbers,
    }).Select(candidate => candidate.Value)];

    /// <summary>Everything that a reading says, in one text.</summary>
    public static string Said(Reading reading) => string.Join('\n',
        [.. Fields.SelectMany(field => Found(reading, field)),
        .. new[] { reading.Names, reading.Hosts, reading.Directions, reading.Numbers, reading.Usernames, reading.LikelyNumbers }.SelectMany(field => field).Select(candidate => candidate.Line),
        .. reading.NotUnderstood, reading.Text]);

    public override string ToString() => Name;

    private static IEnumerable<Paste> In(string file) =>
        File.ReadAllText(file).Split("\n=== ").Select(part => part.TrimStart('=', ' ')).Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => One(Path.GetFileNameWithoutExtension(file), part));

    private static Paste One(string kind, string part)
    {
        var seam = part.IndexOf("\n---\n", StringComparison.Ordinal);
        var head = part[..seam].Split('\n');
        var facts = head.Skip(1).Where(line => line.StartsWith('@')).Select(line => (Key: line[1..line.IndexOf(':', StringComparison.Ordinal)], Value: line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())).ToList();
        var text = part[(seam + 5)..].TrimEnd('\n');
        var isHtml = facts.Exists(fact => fact.Key is "html");
        return new(
            $"{kind}: {head[0].Trim()}",
            facts.Where(fact => Fields.Contains(fact.Key)).ToDictionary(fact => fact.Key, fact => fact.Value.Split(" | ", StringSplitOptions.TrimEntries)),
            [.. facts.Where(fact => fact.Key is "secret").Select(fact => fact.Value)],
            facts.Where(fact => fact.Key is "rows").Select(fact => (int?)int.Parse(fact.Value, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault(),
            isHtml ? "" : text,
            isHtml ? text : null);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pastes");
}
