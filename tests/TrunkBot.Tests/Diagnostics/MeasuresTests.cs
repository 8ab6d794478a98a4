using System.Text.RegularExpressions;

namespace TrunkBot.Tests.Diagnostics;

/// <summary>What is measured is of few values, and says nothing of anybody.</summary>
[Collection(Faults.Collection)]
public sealed partial class MeasuresTests(Faults faults)
{
    private const int MostSeries = 4000;

    [Fact]
    public void Every_measure_that_there_is_moves() => Assert.Equal(
        faults.Instruments.Order(),
        faults.Samples.Where(sample => sample.Value > 0 && sample.Meter.StartsWith("TrunkBot", StringComparison.Ordinal)).Select(sample => sample.Measure).Distinct().Order());

    [Fact]
    public void No_label_holds_a_number_an_address_or_a_name_of_anybody()
    {
        var labels = Ours.SelectMany(sample => sample.Labels).Where(label => label.Key != "le").Distinct().ToList();
        Assert.Equal(
            ["activity_type", "error_type", "kind", "operation", "outcome", "part", "state", "what"], labels.Select(label => label.Key).Distinct().Order());
        Assert.All(labels, label => Assert.Matches(Word(), label.Value));
        Assert.InRange(Ours.Count(), 1, MostSeries);
    }

    [Fact]
    public void A_turn_is_known_by_its_command_or_button()
    {
        var operations = Ours.Where(sample => sample.Name == "trunkbot_turn_duration_seconds_count").Select(sample => $"{sample.Labels["activity_type"]}: {sample.Labels["operation"]}").ToHashSet();
        Assert.Superset(new HashSet<string> { "message: trunk new", "message: trunk show", "invoke: trunk.submit", "message: answer", "message: paste", "message: talk", "conversationUpdate: none" }, operations);
    }

    private IEnumerable<Collected.Measured> Ours => faults.Samples.Where(sample => sample.Name.StartsWith("trunkbot_", StringComparison.Ordinal));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z_ .-]*$")]
    private static partial Regex Word();
}
