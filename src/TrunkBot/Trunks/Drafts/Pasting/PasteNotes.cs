using System.Text.Json;
using TrunkBot.Intake;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Drafts.Pasting;

/// <summary>What a form says beside its values that came from a message: where each stands, and what else it could be.</summary>
/// <param name="Sources">The lines by field.</param>
/// <param name="Choices">Values that a person has to choose from.</param>
/// <param name="NotUsed">Lines that are none of the form's fields.</param>
internal sealed record PasteNotes(IReadOnlyList<PasteLine> Sources, IReadOnlyList<PasteLine> Choices, IReadOnlyList<string> NotUsed)
{
    private const int LongestLine = 80, MostSources = 2, MostChoices = 4, MostNotUsed = 4, LongestJson = 8000;

    public static PasteNotes Of(Reading reading) => new(
        [.. Fields(reading).Where(field => IsFilled(field.Id, field.Found)).SelectMany(field => field.Found.DistinctBy(one => one.Line).Take(MostSources).Select(one => new PasteLine(field.Id, "", Short(one.Line))))],
        [.. Fields(reading).Where(field => !IsFilled(field.Id, field.Found)).SelectMany(field => field.Found.Take(MostChoices).Select(one => Line(field.Id, one))),
        .. reading.Numbers.Count > 0 ? [] : reading.LikelyNumbers.Take(MostChoices).Select(one => Line(FieldIds.Numbers, one))],
        [.. reading.NotUnderstood.Take(MostNotUsed).Select(Short)]);

    /// <summary>The fields that the message gives once; what it gives twice stays empty.</summary>
    public static TrunkFields FieldsOf(Reading reading) => new()
    {
        Name = Only(reading.Names),
        Domain = Only(reading.Hosts),
        Direction = Only(reading.Directions),
        Numbers = reading.Numbers.Count > 0 ? string.Join(", ", reading.Numbers.Select(number => number.Value)) : null,
        Username = Only(reading.Usernames),
    };

    /// <summary>The same once one of the choices was taken.</summary>
    public PasteNotes Taken(string field, string value) => this with
    {
        Sources = [.. Sources.Where(source => source.Field != field), .. Choices.Where(choice => choice.Field == field && choice.Value == value).Select(choice => choice with { Value = "" })],
        Choices = [.. Choices.Where(choice => choice.Field != field)],
    };

    public string ToJson() => JsonSerializer.Serialize(this, TrunksJsonContext.Default.PasteNotes);

    /// <summary>As a card carried it; none where it is not readable.</summary>
    public static PasteNotes FromJson(string? json)
    {
        try
        {
            return json is { Length: < LongestJson } && JsonSerializer.Deserialize(json, TrunksJsonContext.Default.PasteNotes) is { Sources: not null, Choices: not null, NotUsed: not null } notes
                ? notes : new([], [], []);
        }
        catch (JsonException)
        {
            return new([], [], []);
        }
    }

    private static IEnumerable<(string Id, IReadOnlyList<Candidate> Found)> Fields(Reading reading) =>
    [
        (FieldIds.Name, reading.Names), (FieldIds.Domain, reading.Hosts), (FieldIds.Direction, reading.Directions),
        (FieldIds.Numbers, reading.Numbers), (FieldIds.Username, reading.Usernames),
    ];

    private static bool IsFilled(string field, IReadOnlyList<Candidate> found) => found.Count is 1 || field is FieldIds.Numbers;

    private static PasteLine Line(string field, Candidate candidate) => new(field, candidate.Value, Short(candidate.Line));

    private static string? Only(IReadOnlyList<Candidate> found) => found is [var one] ? one.Value : null;

    private static string Short(string line) => Intake.Field.Short(line, LongestLine);
}

/// <param name="Field">One of <see cref="FieldIds"/>.</param>
/// <param name="Value">What it could be; empty where it stands in the form.</param>
/// <param name="Line">The line of the message.</param>
internal sealed record PasteLine(string Field, string Value, string Line);
