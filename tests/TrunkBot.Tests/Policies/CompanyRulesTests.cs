using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Policies;

/// <summary>Rules that look at what the company has already; another company's is none of it.</summary>
public sealed class CompanyRulesTests
{
    private static readonly (string, string) s_british = ("numbers", "+442079460100");

    public static TheoryData<string> BackEnds => Databases.BackEnds;

    [Theory]
    [MemberData(nameof(BackEnds))]
    public async Task A_country_is_new_until_a_trunk_has_a_number_of_it_and_nobody_is_warned_of_a_country(string backEnd)
    {
        await using var world = await Rules.StartAsync("new-countries Approvers=2", backEnd);
        await TakeElsewhereAsync(world, TrunkKeyKind.Country, "US");
        var first = await world.Riya.AsksAsync(Sample.Another(1));
        Assert.Contains("new-countries: Your company has no trunk with numbers of US yet: +14155550100.", first.Text, StringComparison.Ordinal);
        // What is only asked for makes nothing known.
        Assert.Contains("2 other approvers", (await world.Riya.AsksAsync(Sample.Another(2))).Text, StringComparison.Ordinal);

        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.Mei.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync(1));

        await world.Riya.SaysAsync("/trunk new");
        var known = await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(3));
        Assert.Contains("1 other approver", known.Text, StringComparison.Ordinal);
        Assert.Empty((await world.RequestAsync(3)).Warnings);
        Assert.Contains("with numbers of GB yet: +442079460100.", (await world.Riya.AsksAsync(Sample.Another(4).But(s_british))).Text, StringComparison.Ordinal);
        // What was asked for once is not taken back.
        await world.Omar.SaysAsync("/trunk approve TR-2");
        Assert.Equal(RequestState.Pending, await world.StateAsync(2));
    }

    [Theory]
    [MemberData(nameof(BackEnds))]
    public async Task Whoever_had_the_credentials_first_is_named_to_the_second_and_is_not_held_up(string backEnd)
    {
        await using var world = await Rules.StartAsync("shared-credentials Approvers=2", backEnd);
        await TakeElsewhereAsync(world, TrunkKeyKind.Credentials, "acme@acme2.pstn.twilio.com");
        Assert.Contains("1 other approver", (await world.Riya.AsksAsync(Sample.Another(1))).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        var same = Sample.Another(2).But(("username", "acme"));
        Assert.Contains("1 other approver", (await world.Riya.AsksAsync(same)).Text, StringComparison.Ordinal);
        var shared = await world.Riya.AsksAsync(Sample.Another(3).But(("username", "acme"), ("domain", "ACME.pstn.twilio.com")));
        Assert.Contains("2 other approvers", shared.Text, StringComparison.Ordinal);
        Assert.Contains("shared-credentials: Same username at acme.pstn.twilio.com: TR-1.", shared.Text, StringComparison.Ordinal);

        await world.Omar.SaysAsync("/trunk approve TR-1");
        Assert.Contains("TR-1 is approved", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 approvals", (await world.Omar.SaysAsync("/trunk approve TR-3")).Text, StringComparison.Ordinal);

        // Who moves away shares nothing any more.
        await world.Riya.SaysAsync("/trunk edit TR-3");
        var moved = await world.Riya.ClicksAsync("Submit changes", inputs: Sample.Another(3));
        Assert.Contains("1 other approver", moved.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BackEnds))]
    public async Task Trunks_and_open_requests_count_for_the_company_and_what_has_ended_does_not(string backEnd)
    {
        await using var world = await Rules.StartAsync("trunks-per-tenant Most=2", backEnd);
        await TakeElsewhereAsync(world, TrunkKeyKind.Name, "voice agents");
        await world.Riya.AsksAsync(Sample.Another(1));
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        await world.Riya.AsksAsync(Sample.Another(2));
        Assert.Equal((RequestState.Created, RequestState.Pending), (await world.StateAsync(1), await world.StateAsync(2)));

        Assert.Contains(
            "The rule trunks-per-tenant: Your company can have 2 trunks, open requests included, and this would be one more.",
            (await world.Riya.AsksAsync(Sample.Another(3))).Text, StringComparison.Ordinal);
        await world.Omar.SaysAsync("/trunk reject TR-2 not ours");
        Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(3))).Text, StringComparison.Ordinal);
        Assert.Contains("TR-3 is approved", (await world.Omar.SaysAsync("/trunk approve TR-3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BackEnds))]
    public async Task Numbers_count_for_the_company_likewise(string backEnd)
    {
        await using var world = await Rules.StartAsync("numbers-per-tenant Most=3", backEnd);
        await TakeElsewhereAsync(world, TrunkKeyKind.Number, "+14155550177");
        var two = ("numbers", "+14155550122, +14155550123");
        await world.Riya.AsksAsync(Sample.Another(1).But(two));
        Assert.Contains(
            "The rule numbers-per-tenant: Your company can have 3 numbers, open requests included, and this would be more.",
            (await world.Riya.AsksAsync(Sample.Another(2).But(("numbers", "+14155550124, +14155550125")))).Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for an approver", (await world.Riya.AsksAsync(Sample.Another(2))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9.9.9.9", "The host 9.9.9.9 is an IP address, not a name.")]
    [InlineData("[2620:fe::9]:5060", "The host [2620:fe::9] is an IP address, not a name.")]
    public async Task An_address_instead_of_a_host_name_is_told_from_one(string domain, string says)
    {
        await using var world = await Rules.StartAsync("ip-literal Approvers=2", others: ("Trunks:AllowPort", "true"));
        Assert.Contains("1 other approver", (await world.Riya.AsksAsync(Sample.Another(1).But(("domain", "acme.pstn.twilio.com:5060")))).Text, StringComparison.Ordinal);
        Assert.Contains($"ip-literal: {says}", (await world.Riya.AsksAsync(Sample.Another(2).But(("domain", domain)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_that_comes_with_the_program_is_asked_beside_the_companys_own_and_can_be_switched_off()
    {
        var premium = Sample.Another(1).But(("numbers", "+19005550100"));
        await using var world = await Rules.StartAsync("countries-allowed Countries:0=US");
        var asked = (await world.Riya.AsksAsync(premium)).Text;
        Assert.Contains("2 other approvers", asked, StringComparison.Ordinal);
        Assert.Contains("number-kinds: Some numbers are of a special kind (premium-rate): +19005550100.", asked, StringComparison.Ordinal);
        Assert.Contains("The rule countries-allowed", (await world.Riya.AsksAsync(Sample.Another(2).But(s_british))).Text, StringComparison.Ordinal);

        await world.RestartAsync(("Policies:DefaultRules", "false"));
        Assert.Contains("1 other approver", (await world.Riya.AsksAsync(premium)).Text, StringComparison.Ordinal);
    }

    private static Task TakeElsewhereAsync(Company world, TrunkKeyKind kind, string value) => world.Database.ExecuteAsync(
        $"""INSERT INTO "TrunkKeys" ("TenantId", "Kind", "Value", "RequestNumber") VALUES ('90000000-0000-4000-8000-00000000aaaa', {(int)kind}, '{value}', 1)""");
}
