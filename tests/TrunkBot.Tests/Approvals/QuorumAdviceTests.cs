using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Approvals;

/// <summary>More approvals than there are approvers: nobody waits seven days to find out.</summary>
public sealed class QuorumAdviceTests
{
    private static readonly Dictionary<string, string?> s_nine = new() { ["Policies:Rules:0:Rule"] = "direction", ["Policies:Rules:0:Direction"] = "outbound", ["Policies:Rules:0:Approvers"] = "9" };

    [Fact]
    public async Task The_form_says_that_it_cannot_be_approved_and_who_can_change_it()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = s_nine });
        var form = await world.Riya.SaysAsync("/trunk new --name \"voice agents\" --domain acme.pstn.twilio.com --direction outbound --number +14155550100 --username acme");
        Assert.Contains("so it can't be approved. An administrator can add approvers or change the rule.", form.Text, StringComparison.Ordinal);
        Assert.Contains("can't be approved", (await world.Riya.SaysAsync("/trunk new --dry-run --name sales --domain acme2.pstn.twilio.com --direction outbound --number +14155550101 --username acme2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_says_it_and_names_the_setting()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = s_nine });
        Assert.Contains(world.Bot.Services.GetRequiredService<QuorumAdvice>().Sentences, sentence => sentence.Contains("A rule asks for 9 approvals", StringComparison.Ordinal)
            && sentence.Contains("Access:Roles:Approver", StringComparison.Ordinal) && sentence.Contains("direction", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tenant:10000000-0000-4000-8000-00000000c0de")]
    public async Task Where_only_somebody_else_can_tell_nothing_is_said(string principal)
    {
        var settings = new Dictionary<string, string?>(s_nine) { ["Access:Roles:Approver:7"] = principal };
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = settings });
        Assert.Empty(world.Bot.Services.GetRequiredService<QuorumAdvice>().Sentences);
        var form = await world.Riya.SaysAsync("/trunk new --name \"voice agents\" --domain acme.pstn.twilio.com --direction outbound --number +14155550100 --username acme");
        Assert.DoesNotContain("can't be approved", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_enough_approvers_nothing_is_said()
    {
        await using var world = await Company.StartAsync();
        Assert.Empty(world.Bot.Services.GetRequiredService<QuorumAdvice>().Sentences);
        await world.AskedAsync();
    }
}
