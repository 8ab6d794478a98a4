using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Policies;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Policies;

/// <summary>A rule that throws has not agreed.</summary>
public sealed class BrokenRuleTests
{
    private static string Named => "The rule fragile: " + PolicyTexts.Broken;

    private readonly Fragile _rule = new();

    [Fact]
    public async Task At_the_submit_nothing_is_asked_and_it_is_logged_once_without_a_secret()
    {
        await using var world = await StartAsync();
        _rule.IsBroken = true;
        await world.Riya.SaysAsync("/trunk new");
        var refused = await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await world.RunDueJobsAsync();

        Assert.Contains(Named, refused.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync());
        Assert.Empty(world.Omar.Sees("room"));
        Assert.Single(world.Log.Lines, line => line.Contains("The rule fragile failed", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains(Sample.Password, StringComparison.Ordinal));

        _rule.IsBroken = false;
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task At_the_yes_at_break_glass_and_just_before_the_create_likewise()
    {
        await using var world = await StartAsync();
        await world.AskedAsync();
        _rule.IsBroken = true;
        Assert.Contains(Named, (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Contains(Named, (await world.Ada.SaysAsync("/trunk push TR-1 the hotline is down")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Pending, await world.StateAsync());

        _rule.IsBroken = false;
        Assert.Contains("TR-1 is approved", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        _rule.IsBroken = true;
        await world.RunDueJobsAsync();
        Assert.Equal((RequestState.Failed, 0), (await world.StateAsync(), world.Posts()));
        Assert.Contains(Named, world.Riya.Reads(), StringComparison.Ordinal);
    }

    private Task<Company> StartAsync() => Company.StartAsync(new CompanyOptions
    {
        Settings = Rules.Setting("fragile"),
        Change = services => services.AddSingleton<IPolicyRule>(_rule),
    });

    private sealed class Fragile : IPolicyRule
    {
        public bool IsBroken { get; set; }

        public string Name => "fragile";

        public RuleMembers Members { get; } = new([]);

        public Verdict Judge(PolicyQuestion question, RuleSetting setting) =>
            IsBroken ? throw new InvalidOperationException($"broken by {question.Host}") : Verdict.OneApprover;
    }
}
