using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Audit;

/// <summary>Who reads the audit, as what, and what they do not get to see.</summary>
public abstract partial class AuditCommandTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;

    [Fact]
    public async Task An_approver_reads_it_as_a_card_and_a_requester_is_refused()
    {
        await _world.CreatesAsync();
        var read = (await _world.Omar.SaysAsync("/trunk audit tr-1")).Text;

        foreach (var line in new[] { "Audit of TR-1", "TR-1: submitted", "TR-1: approved", "TR-1: created" })
            Assert.Contains(line, read, StringComparison.Ordinal);
        Assert.DoesNotContain("Audit of", (await _world.Omar.SaysAsync("/trunk audit")).Text, StringComparison.Ordinal);
        Assert.Contains("You need the role Approver", (await _world.Riya.SaysAsync("/trunk audit")).Text, StringComparison.Ordinal);
        Assert.Contains("You need the role Admin", (await _world.Omar.SaysAsync("/trunk audit --csv")).Text, StringComparison.Ordinal);
        Assert.Contains("has nothing under that name", (await _world.Omar.SaysAsync("/trunk audit TR-99")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("%")]
    public async Task A_name_that_nothing_can_have_is_one_that_the_audit_tells_nothing_of(string name)
    {
        await _world.CreatesAsync();
        Assert.Contains("has nothing under that name", (await _world.Omar.SaysAsync($"/trunk audit {name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_entries_are_a_page_and_the_next_ones_are_a_click_away()
    {
        for (var number = 0; number < 3; number++)
            await _world.CreatesAsync();
        var first = (await _world.Omar.SaysAsync("/trunk audit")).Text;
        await _world.AsksAsync();
        var second = (await _world.Omar.ClicksAsync("Older")).Text;

        Assert.DoesNotContain("TR-1: submitted", first, StringComparison.Ordinal);
        Assert.Contains("TR-1: submitted", second, StringComparison.Ordinal);
        Assert.Contains("TR-1: approved", second, StringComparison.Ordinal);
        Assert.DoesNotContain("TR-2", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_they_are_of_one_request_in_the_order_of_its_chain()
    {
        var id = await _world.AsksAsync();
        for (var time = 0; time < 6; time++)
        {
            await _world.Omar.SaysAsync($"/trunk delegate {id} mei");
            await _world.Omar.SaysAsync($"/trunk delegate {id} me");
        }

        var first = (await _world.Omar.SaysAsync($"/trunk audit {id}")).Text;
        await _world.Omar.SaysAsync($"/trunk delegate {id} mei");
        var second = (await _world.Omar.ClicksAsync("Older")).Text;

        Assert.Equal((10, 3), (Entry().Count(first), Entry().Count(second[second.LastIndexOf("Audit of", StringComparison.Ordinal)..])));
        Assert.DoesNotContain($"{id}: submitted", first, StringComparison.Ordinal);
        Assert.Contains($"{id}: submitted", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenants_entries_are_seen_by_nobody_here()
    {
        await _world.CreatesAsync();
        await _world.TamperAsync("""UPDATE "Audit" SET "TenantId" = 'another'""");
        Assert.Contains("The audit is empty", (await _world.Omar.SaysAsync("/trunk audit")).Text, StringComparison.Ordinal);
        Assert.Contains("has nothing under that name", (await _world.Ada.SaysAsync("/trunk audit TR-1 --csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_page_of_its_own_an_admin_reads_what_to_set()
    {
        await _world.RestartAsync(("PublicUrl", ""));
        await _world.AsksAsync();
        Assert.Contains("Ask the people who run TrunkBot to set PublicUrl", (await _world.Ada.SaysAsync("/trunk audit --csv")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_downloads_it_once_with_formulas_made_harmless()
    {
        var id = await _world.AsksAsync();
        await _world.Omar.SaysAsync($"/trunk reject {id} =HYPERLINK(\"http://evil.example\")");
        var said = (await _world.Ada.SaysAsync("/trunk audit --csv")).Text;
        var link = new Uri(LinkIn().Match(said).Value);
        using var http = new HttpClient();

        using var looked = await http.GetAsync(link);
        Assert.Contains("no-store", looked.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Download", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var taken = await http.PostAsync(link, null);
        var file = await taken.Content.ReadAsStringAsync();
        using var again = await http.PostAsync(link, null);

        Assert.Equal("text/csv", taken.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("Time,Subject,Entry,Act,Who,", file, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Contains("audit exported", file, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, again.StatusCode);
        Assert.DoesNotContain(link.Segments[^1], await _world.StoredAsync(db => db.Set<TrunkBot.Secrets.OneTimePage.OneTimeLink>().Select(l => l.TokenHash).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_channel_takes_a_file_an_admin_gets_it_with_the_message_and_needs_no_page()
    {
        await _world.RestartAsync(("PublicUrl", ""));
        var id = await _world.AsksAsync();
        await _world.Omar.SaysAsync($"/trunk reject {id} =HYPERLINK(\"http://evil.example\")");
        var file = FileIn(await _world.Ada.On("webchat").SaysAsync($"/trunk audit {id} --csv"));
        Assert.StartsWith("\uFEFFTime,Subject,Entry,Act,Who,", file, StringComparison.Ordinal);
        Assert.Contains($"{id},2,rejected,Omar Haddad", file, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.Contains("You need the role Admin", (await _world.Omar.On("webchat").SaysAsync("/trunk audit --csv")).Text, StringComparison.Ordinal);
        Assert.Contains("only in a personal chat", (await _world.Ada.SaysAsync("/trunk audit --csv", "room")).Text, StringComparison.Ordinal);
        Assert.Contains("audit exported", FileIn(await _world.Ada.On("webchat").SaysAsync("/trunk audit --csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_does_not_fit_into_a_message_is_behind_a_link()
    {
        var id = await _world.AsksAsync();
        await _world.TamperAsync($"""UPDATE "Audit" SET "Detail" = '{new string('x', 160_000)}' WHERE "Subject" = '{id}'""");
        Assert.Matches(LinkIn(), (await _world.Ada.On("webchat").SaysAsync("/trunk audit --csv")).Text);
    }

    [Fact]
    public async Task A_link_to_the_audit_opens_no_password_page_and_lapses_after_a_quarter_of_an_hour()
    {
        await _world.AsksAsync();
        var link = LinkIn().Match((await _world.Ada.SaysAsync("/trunk audit --csv")).Text).Value;
        using var http = new HttpClient();
        using var elsewhere = await http.GetAsync(new Uri(link.Replace("/audit/", "/secret/", StringComparison.Ordinal)));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, elsewhere.StatusCode);

        _world.Clock.Advance(TimeSpan.FromMinutes(16));
        using var late = await http.PostAsync(new Uri(link), null);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, late.StatusCode);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static string FileIn(Heard heard)
    {
        var attachment = heard.Sent.Single().Activity!.Value.GetProperty("attachments")[0];
        Assert.Equal(("text/csv", "trunkbot-audit.csv"), (attachment.GetProperty("contentType").GetString(), attachment.GetProperty("name").GetString()));
        return Encoding.UTF8.GetString(Convert.FromBase64String(attachment.GetProperty("contentUrl").GetString()!.Split("data:text/csv;base64,")[1]));
    }

    [GeneratedRegex("TR-[0-9]+: [a-z]")]
    private static partial Regex Entry();

    [GeneratedRegex(@"http://[^ ]+/audit/[\w-]+")]
    private static partial Regex LinkIn();
}

public sealed class AuditCommandOnSqliteTests() : AuditCommandTests("Sqlite");

public sealed class AuditCommandOnPostgresTests() : AuditCommandTests("Postgres");
