using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>A password that was entered belongs to the host and the username that it was entered for.</summary>
public abstract class KeptPasswordTests(string backEnd)
{
    private const string Dropped = "I dropped the password you entered before";

    [Theory]
    [InlineData("domain", "other.pstn.twilio.com")]
    [InlineData("username", "somebody-else")]
    public async Task A_kept_password_is_dropped_with_a_word_when_host_or_username_changes(string field, string value)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        var form = await DraftWithPasswordAsync(world);

        var heard = await world.Riya.ClicksAsync(form, "Submit", "personal", form.Card!.Value.Prefilled().With(("name", "voice agents"), (field, value)));

        Assert.Contains(Dropped, heard.Text, StringComparison.Ordinal);
        var request = await world.RequestAsync();
        Assert.Equal((RequestState.Draft, null), (request.State, request.ProtectedPassword));
    }

    [Fact]
    public async Task A_kept_password_stays_when_something_else_is_corrected()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        var form = await DraftWithPasswordAsync(world);
        await world.Riya.ClicksAsync(form, "Submit", "personal", form.Card!.Value.Prefilled().With(("name", "voice agents")));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task A_host_written_in_another_way_is_the_same_host()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        var form = await DraftWithPasswordAsync(world);
        await world.Riya.ClicksAsync(
            form, "Submit", "personal", form.Card!.Value.Prefilled().With(("name", "voice agents"), ("domain", "sip:ACME.pstn.twilio.com;transport=tls")));
        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task A_line_that_names_another_trunk_opens_a_draft_of_its_own_without_the_password()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await DraftWithPasswordAsync(world);

        await world.Riya.SaysAsync("/trunk new --name telnyx-eu --domain sip.telnyx.com --direction outbound --number +14155550177");

        var (first, second) = (await world.RequestAsync(), await world.RequestAsync(2));
        Assert.Equal(("acme.pstn.twilio.com", true), (first.Fields.Domain, first.ProtectedPassword is not null));
        Assert.Equal(("sip.telnyx.com", null, null), (second.Fields.Domain, second.Fields.Username, second.ProtectedPassword));
    }

    [Fact]
    public async Task A_line_that_changes_the_username_of_a_draft_drops_its_password_and_says_so()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await DraftWithPasswordAsync(world);
        var heard = await world.Riya.SaysAsync("/trunk new --username somebody-else");
        Assert.Contains(Dropped, heard.Text, StringComparison.Ordinal);
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
    }

    [Theory]
    [InlineData("domain", "other.pstn.twilio.com")]
    [InlineData("username", "somebody-else")]
    public async Task An_edit_that_changes_host_or_username_asks_for_their_password(string field, string value)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        var form = (await world.Riya.SaysAsync("/trunk edit TR-1")).Sent[^1];

        var heard = await world.Riya.ClicksAsync(form, "Submit changes", "personal", form.Card!.Value.Prefilled().With((field, value)));

        Assert.Contains(Dropped, heard.Text, StringComparison.Ordinal);
        Assert.Equal("acme.pstn.twilio.com acme", $"{(await world.RequestAsync()).Fields.Domain} {(await world.RequestAsync()).Fields.Username}");
        await world.Riya.ClicksAsync("Submit changes", inputs: form.Card!.Value.Prefilled().With((field, value), ("password", "Zebra-Quilt-77-Moon")));
        Assert.Equal(value, field == "domain" ? (await world.RequestAsync()).Fields.Domain : (await world.RequestAsync()).Fields.Username);
    }

    // The name is too short, so that the password is kept and the form comes back.
    private static async Task<TrunkBot.Sandbox.Channel.SentActivity> DraftWithPasswordAsync(Company world)
    {
        await world.Riya.SaysAsync("/trunk new --domain acme.pstn.twilio.com --direction outbound --number +14155550100 --username acme");
        await world.Riya.ClicksAsync("Submit", inputs: world.Riya.CardWith("Submit").Card!.Value.Prefilled().With(("name", "x"), ("password", Sample.Password)));
        Assert.NotNull((await world.RequestAsync()).ProtectedPassword);
        return world.Riya.CardWith("Submit");
    }
}

public sealed class KeptPasswordOnSqliteTests() : KeptPasswordTests("Sqlite");

public sealed class KeptPasswordOnPostgresTests() : KeptPasswordTests("Postgres");
