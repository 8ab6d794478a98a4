using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Operations;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Operations;

/// <summary>Work that does not get done is never dropped: an Admin sees it, sees why, and decides.</summary>
public sealed class StuckWorkTests
{
    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_was_given_up_is_shown_with_its_reason_and_tried_again_when_an_Admin_says_so(string backEnd)
    {
        await using var world = await ParkedAsync(backEnd);
        var shown = await world.Ada.SaysAsync("/trunk jobs");
        Assert.Contains("show where TR-1 stands in the approvals room", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Given up after it was tried once", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Last problem: ", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TR-1", world.Omar.Reads("room"), StringComparison.Ordinal);

        world.Sandbox.Channel.Faults.Clear();
        Assert.Contains("Trying again: show where TR-1 stands", (await world.Ada.SaysAsync($"/trunk jobs retry {Number(shown)}")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Contains("TR-1", world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Contains("No work is stuck", (await world.Ada.SaysAsync("/trunk jobs")).Text, StringComparison.Ordinal);
        Assert.Equal(["work tried again"], await world.SettingsAsync());
    }

    [Fact]
    public async Task The_button_tries_everything_again()
    {
        await using var world = await ParkedAsync("Sqlite");
        await world.Ada.SaysAsync("/trunk jobs");
        world.Sandbox.Channel.Faults.Clear();
        Assert.Contains("Trying again: ", (await world.Ada.ClicksAsync("Try all again")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.Contains("No work is stuck", (await world.Ada.ClicksAsync("Try all again")).Text, StringComparison.Ordinal);
        Assert.Contains("TR-1", world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task What_nobody_needs_any_more_is_dismissed_and_never_done(string backEnd)
    {
        await using var world = await ParkedAsync(backEnd);
        var number = Number(await world.Ada.SaysAsync("/trunk jobs"));
        world.Sandbox.Channel.Faults.Clear();
        Assert.Contains("Dismissed, and not done: show where TR-1 stands", (await world.Ada.SaysAsync($"/trunk jobs dismiss {number}")).Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
        Assert.DoesNotContain("TR-1", world.Omar.Reads("room"), StringComparison.Ordinal);
        Assert.Contains("No work is stuck", (await world.Ada.SaysAsync("/trunk jobs")).Text, StringComparison.Ordinal);
        Assert.Equal(["work dismissed"], await world.SettingsAsync());
    }

    [Fact]
    public async Task What_it_is_for_is_said_in_the_language_of_whoever_looks_and_in_English_in_the_audit()
    {
        await using var world = await ParkedAsync("Sqlite");
        var shown = await world.Ada.In("de-DE").SaysAsync("/trunk jobs");
        Assert.Contains("den Stand von TR-1 im Genehmigungsraum zeigen", shown.Text, StringComparison.Ordinal);
        Assert.Contains("den Stand von TR-1", (await world.Ada.In("de-DE").SaysAsync("/trunk jobs retry all")).Text, StringComparison.Ordinal);
        Assert.Contains("show where TR-1 stands", (await world.Ada.In("de-DE").SaysAsync("/trunk audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_a_request_waits_for_cannot_be_dismissed()
    {
        await using var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 429, Times = 100 });
        await world.ApprovedAsync();
        for (var attempt = 0; attempt < 6; attempt++)
            await world.PassAsync(TimeSpan.FromMinutes(3));
        var shown = await world.Ada.SaysAsync("/trunk jobs");
        Assert.Contains("create the trunk of TR-1", shown.Text, StringComparison.Ordinal);
        Assert.Matches("Tried [5-7] times so far, next at", shown.Text);

        Assert.Contains("can't be dismissed", (await world.Ada.SaysAsync("/trunk jobs dismiss all")).Text, StringComparison.Ordinal);
        world.Sandbox.VideoSdk.Faults.Clear();
        await world.Ada.SaysAsync("/trunk jobs retry all");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Fact]
    public async Task What_is_due_and_nobody_takes_is_shown_after_a_while()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk approve TR-1");
        world.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Contains("No work is stuck", (await world.Ada.SaysAsync("/trunk jobs")).Text, StringComparison.Ordinal);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        var shown = (await world.Ada.SaysAsync("/trunk jobs")).Text;
        Assert.Contains("create the trunk of TR-1", shown, StringComparison.Ordinal);
        Assert.Contains("and not begun.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_this_version_does_not_know_is_shown_as_such()
    {
        await using var world = await Company.StartAsync();
        var job = new Job(Guid.CreateVersion7(), "from-the-future", null, "", world.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        Assert.True(await world.Bot.Services.GetRequiredService<Commit>().TrySaveAsync(Change.Insert(job), CancellationToken.None));
        Assert.Contains(
            "do work of the kind from-the-future, which this version does not know", (await world.Ada.SaysAsync("/trunk jobs")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trunk jobs retry", "Add a number from /trunk jobs")]
    [InlineData("/trunk jobs retry 00000000", "I can't find stuck work with that number")]
    [InlineData("/trunk jobs retry all --dry-run", "Dry run: nothing is changed")]
    [InlineData("/trunk jobs forget all", "Example: /trunk jobs")]
    public async Task A_line_that_names_nothing_says_what_to_type_and_changes_nothing(string line, string says)
    {
        await using var world = await ParkedAsync("Sqlite");
        Assert.Contains(says, (await world.Ada.SaysAsync(line)).Text, StringComparison.Ordinal);
        Assert.Contains("Given up after it was tried once", (await world.Ada.SaysAsync("/trunk jobs")).Text, StringComparison.Ordinal);
        Assert.Empty(await world.SettingsAsync());
    }

    [Theory, MemberData(nameof(Databases.BackEnds), MemberType = typeof(Databases))]
    public async Task Nobody_sees_the_work_of_another_tenant(string backEnd)
    {
        await using var world = await ParkedAsync(backEnd);
        await using var scope = world.Bot.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<StuckWork>();
        Assert.Empty(await work.FindAsync("90000000-0000-4000-8000-00000000dead", 10, CancellationToken.None));
    }

    // The channel finds fault with the card.
    private static async Task<Company> ParkedAsync(string backEnd)
    {
        var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        world.Sandbox.Channel.Faults.Add(new Fault { Status = 400, Times = 100, Method = "POST" });
        await world.RunDueJobsAsync();
        world.Sandbox.Channel.Faults.Clear();
        return world;
    }

    private static string Number(Heard shown) => shown.Text.Split('\n').First(line => line.Contains(": show where", StringComparison.Ordinal)).Split(':')[0];
}

file static class StuckStory
{
    public static Task<List<string>> SettingsAsync(this Company world) => world.StoredAsync(db => db.Audit.AsNoTracking()
        .Where(entry => entry.Subject == AuditTrail.Settings).OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
}
