using Xunit.Abstractions;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>
/// Our library beside npm botbuilder and botbuilder-dialogs, both over HTTP, on one list of inputs. Where the two differ, src/TrunkBot.Protocol/README.md
/// says how and why; nothing differs that it does not name, and it names nothing that does not differ.
/// </summary>
public sealed class DifferentialTests(DifferentialTests.Played played, ITestOutputHelper output) : IClassFixture<DifferentialTests.Played>
{
    [Fact]
    public void Every_difference_has_its_reason()
    {
        var unexplained = played.Differences.Where(difference => !DocumentedDifference.All.Any(row => row.Covers(difference))).ToArray();
        output.WriteLine($"{played.Report}\n{string.Join('\n', played.Differences.Select(one => one.ToString()))}");
        Assert.True(unexplained.Length == 0, $"{unexplained.Length} differences without a row:\n{string.Join('\n', unexplained.Select(one => one.ToString()))}");
    }

    [Fact]
    public void Every_row_is_about_a_difference()
    {
        var idle = DocumentedDifference.All.SelectMany(row => row.Inputs.Where(pattern => !played.Differences.Any(one => row.Covers(pattern, one)))
            .Select(pattern => $"{pattern} | {row.Aspect} | {row.Theirs} | {row.Ours}"));
        Assert.Empty(idle);
        Assert.All(DocumentedDifference.All, row => Assert.True(row.Why.Length > 20, $"{row.Inputs[0]} gives no reason."));
    }

    [Fact]
    public void The_README_gives_the_numbers() =>
        Assert.True(DocumentedDifference.Text.Contains(played.Report, StringComparison.Ordinal), $"The README has to say: {played.Report}");

    [Fact]
    public void At_least_400_inputs_are_compared_and_no_two_have_one_name()
    {
        Assert.True(Inputs.All.Count >= 400, $"{Inputs.All.Count}");
        Assert.Equal(Inputs.All.Count, Inputs.All.DistinctBy(input => input.Name).Count());
        Assert.Equal(57, Inputs.All.Count(input => input.Name.StartsWith("tokens/", StringComparison.Ordinal)));
    }

    /// <summary>Both peers, asked once for all tests here.</summary>
    public sealed class Played : IAsyncLifetime
    {
        internal IReadOnlyList<Difference> Differences { get; private set; } = [];

        /// <summary>The report in one sentence.</summary>
        public string Report
        {
            get
            {
                var different = Differences.DistinctBy(one => one.Input).Count();
                var statuses = Differences.Where(one => one.Aspect.EndsWith(": status", StringComparison.Ordinal)).DistinctBy(one => one.Input).Count();
                return $"{Inputs.All.Count} inputs are compared: {Inputs.All.Count - different} are equal in everything, {different} differ with a reason ({statuses} of them in the status), none differs without one.";
            }
        }

        public async Task InitializeAsync()
        {
            await using var comparison = await Comparison.StartAsync(Inputs.All);
            Differences = await comparison.RunAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
