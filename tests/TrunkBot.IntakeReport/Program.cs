using System.Globalization;
using TrunkBot.Intake;
using TrunkBot.IntakeReport;
using TrunkBot.Presets;
using TrunkBot.Tests.Intake;

var reader = new PasteReader(PresetCatalog.Load());
var (right, wrong, missed, noticed, expectedSecrets, kept, falseAlarms) = (0, 0, 0, 0, 0, 0, 0);
IReadOnlyList<Paste> pastes = [.. Paste.All.Where(paste => args.All(kind => kind.StartsWith('-') || paste.Name.StartsWith(kind, StringComparison.Ordinal)))];
foreach (var paste in pastes)
{
    var reading = reader.Read(paste.Text, paste.Html);
    foreach (var field in Paste.Fields)
    {
        var (wanted, found) = (paste.Expected.GetValueOrDefault(field, []), Paste.Found(reading, field));
        if (wanted.Order().SequenceEqual(found.Order()))
            right += wanted.Length > 0 ? 1 : 0;
        else
        {
            var isMissed = found.Length is 0;
            (missed, wrong) = (missed + (isMissed ? 1 : 0), wrong + (isMissed ? 0 : 1));
            Console.WriteLine($"{(isMissed ? "missed" : "WRONG ")} {paste.Name}, {field}: wanted [{string.Join(" | ", wanted)}], found [{string.Join(" | ", found)}]");
        }
    }

    if (paste.Rows is { } rows && rows != reading.Rows)
        Console.WriteLine($"rows   {paste.Name}: wanted {rows}, found {reading.Rows}");
    expectedSecrets += paste.Secrets.Count > 0 ? 1 : 0;
    noticed += paste.Secrets.Count > 0 && reading.Secrets > 0 ? 1 : 0;
    foreach (var secret in paste.Secrets.Where(secret => Paste.Said(reading).Contains(secret, StringComparison.OrdinalIgnoreCase)))
    {
        kept++;
        Console.WriteLine($"KEPT   {paste.Name}: a secret of {secret.Length} characters; {reading.Text.Replace('\n', '⏎')}");
    }

    if (paste.Secrets.Count is 0 && reading.Secrets > 0)
    {
        falseAlarms++;
        Console.WriteLine($"ALARM  {paste.Name}: {reading.Text.Replace('\n', '⏎')}");
    }
}

var all = right + wrong + missed;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

    | pastes | {pastes.Count} |
    |---|---:|
    | fields right | {right} of {all} ({100.0 * right / Math.Max(1, all):F1} %) |
    | fields wrong | {wrong} |
    | fields missed | {missed} |
    | pastes with a secret, noticed | {noticed} of {expectedSecrets} |
    | secrets kept | {kept} |
    | false alarms | {falseAlarms} |
    """));
if (!args.Contains("--quick"))
    Times.Print(reader);
return wrong + kept > 0 ? 1 : 0;
