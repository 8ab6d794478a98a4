using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Secrets;

/// <summary>A password that comes by the one-time page, from the button in the chat to the submit.</summary>
public sealed class OneTimePageTests : IAsyncLifetime, IDisposable
{
    private const string LinkButton = "Password by one-time page";

    private readonly Visitor _riya = new();
    private Company _world = null!;

    [Fact]
    public async Task A_password_entered_on_the_page_needs_no_second_entry_in_the_chat()
    {
        var link = await LinkAsync();
        Assert.Contains("Password for TR-1", (await _riya.OpensAsync(link)).Words, StringComparison.Ordinal);
        var kept = await _riya.EntersAsync(link, Sample.Password);
        await _world.RunDueJobsAsync();

        Assert.Contains("press Submit", kept.Words, StringComparison.Ordinal);
        Assert.Contains("I have the password for TR-1. Open the form and press Submit", _world.Riya.Reads(), StringComparison.Ordinal);
        await _world.Riya.ClicksAsync("Submit", inputs: [.. Sample.Clean.Where(field => field.Id != "password")]);
        await _world.RunDueJobsAsync();
        Assert.Contains("voice agents", _world.Omar.Reads("room"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generated_password_is_shown_once_and_kept()
    {
        var link = await LinkAsync();
        await _riya.OpensAsync(link);
        var made = await _riya.GeneratesAsync(link);

        Assert.Equal(24, made.Generated.Length);
        Assert.Contains("Store it now", made.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _riya.OpensAsync(link)).Status);
        await _world.Riya.ClicksAsync("Submit", inputs: [.. Sample.Clean.Where(field => field.Id != "password")]);
        Assert.Contains("Waiting for an approver", (await _world.Riya.SaysAsync("/trunk show TR-1")).Text, StringComparison.Ordinal);
        Assert.False(await DatabaseHoldsAsync(made.Generated));
    }

    [Fact]
    public async Task A_generated_password_keeps_to_the_carriers_limits()
    {
        var link = await LinkAsync(("domain", "trunk.sip.vobiz.ai"));
        await _riya.OpensAsync(link);
        var made = (await _riya.GeneratesAsync(link)).Generated;

        Assert.Equal(20, made.Length);
        Assert.Contains('_', made);
    }

    [Fact]
    public async Task Looking_at_the_page_consumes_nothing()
    {
        var link = await LinkAsync();
        for (var look = 0; look < 5; look++)
            Assert.Equal(HttpStatusCode.OK, (await _riya.OpensAsync(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _riya.EntersAsync(link, Sample.Password)).Status);
    }

    [Fact]
    public async Task The_page_says_in_the_zone_of_the_chat_until_when_the_link_works()
    {
        var until = (_world.Clock.GetUtcNow() + TimeSpan.FromMinutes(15)).ToOffset(new TimeSpan(5, 30, 0));

        var page = await _riya.OpensAsync(await LinkAsync(_world.Riya.At("Asia/Kolkata")));

        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This link works once, until {until:yyyy-MM-dd HH:mm} UTC+5:30."), page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_send_the_form_at_once_one_is_taken()
    {
        var link = await LinkAsync();
        var visitors = Enumerable.Range(0, 8).Select(_ => new Visitor()).ToList();
        foreach (var visitor in visitors)
            await visitor.OpensAsync(link);

        var answers = await Task.WhenAll(visitors.Select(visitor => visitor.GeneratesAsync(link)));
        await _world.RunDueJobsAsync();

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK && answer.Generated.Length > 0);
        Assert.Equal(7, answers.Count(answer => answer.Status == HttpStatusCode.NotFound));
        Assert.Single(_world.Riya.Sees(), sent => Cards.Words(sent.Card).Contains("I have the password", StringComparison.Ordinal));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task An_expired_a_used_and_an_unknown_link_are_answered_alike_with_the_next_step()
    {
        var used = await LinkAsync();
        await _riya.OpensAsync(used);
        await _riya.EntersAsync(used, Sample.Password);
        var expired = await LinkAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(15));

        var answers = new[]
        {
            await _riya.OpensAsync(used), await _riya.OpensAsync(expired), await _riya.OpensAsync(new Uri(used, "/secret/nonsense")),
            await _riya.OpensAsync(new Uri(used, $"/secret/{new string('A', 43)}")), await _riya.EntersAsync(expired, Sample.Password),
        };
        Assert.Single(answers.Select(answer => (answer.Status, answer.Html)).Distinct());
        Assert.Contains("type /trunk new", answers[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_cannot_be_kept_is_explained_never_shown_and_can_be_entered_again()
    {
        var link = await LinkAsync();
        await _riya.OpensAsync(link);
        var refused = await _riya.EntersAsync(link, "Sh0rt!");

        Assert.Contains("shorter than 8 characters", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sh0rt!", refused.Html, StringComparison.Ordinal);
        Assert.Contains("The password is missing", (await _riya.EntersAsync(link, "")).Words, StringComparison.Ordinal);
        Assert.Contains("Password received", (await _riya.EntersAsync(link, Sample.Password)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_is_kept_with_its_warning()
    {
        var link = await LinkAsync();
        await _riya.OpensAsync(link);
        var kept = await _riya.EntersAsync(link, "Password2024!");

        Assert.Contains("Password received", kept.Words, StringComparison.Ordinal);
        Assert.Contains("attackers try first", kept.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Password2024!", kept.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused_and_consumes_nothing()
    {
        var link = await LinkAsync();
        using var stranger = new Visitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.EntersAsync(link, Sample.Password)).Status);
        await _riya.OpensAsync(link);
        Assert.Equal(HttpStatusCode.OK, (await _riya.EntersAsync(link, Sample.Password)).Status);
    }

    [Fact]
    public async Task The_browser_is_told_to_keep_nothing_run_nothing_and_tell_nobody()
    {
        var link = await LinkAsync();
        foreach (var page in new[] { await _riya.OpensAsync(link), await _riya.OpensAsync(new Uri(link, "/secret/nonsense")) })
        {
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors https://teams.microsoft.com", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("script", page.Headers["Content-Security-Policy"] + page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        }

        using var first = new Visitor();
        Assert.Matches("(?i)path=/secret/; samesite=strict; httponly", (await first.OpensAsync(link)).Headers["Set-Cookie"]);
    }

    [Fact]
    public async Task A_link_is_sent_in_the_personal_chat_only_and_to_the_asker_only()
    {
        await LinkAsync();
        var click = new JsonObject { ["verb"] = "trunk.page", ["requestId"] = "TR-1" };
        var before = _world.Sandbox.Channel.Sent.Count;
        var inGroup = await _world.Sandbox.Channel.DeliverAsync("riya", "group", Talker.Invoke(click, null), "msteams");
        Assert.Contains("personal chat only", inGroup.Body.ToString(), StringComparison.Ordinal);
        foreach (var other in new[] { "omar", "ada", "eve" })
            await _world.Sandbox.Channel.DeliverAsync(other, "personal", Talker.Invoke((JsonObject)click.DeepClone(), null), "msteams");
        Assert.Equal(before, _world.Sandbox.Channel.Sent.Count);
    }

    [Fact]
    public async Task Once_submitted_a_request_takes_no_password_any_more()
    {
        var link = await LinkAsync();
        await _riya.OpensAsync(link);
        await _world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        Assert.Equal(HttpStatusCode.NotFound, (await _riya.EntersAsync(link, "Another-Pass-77-word")).Status);
    }

    [Fact]
    public async Task The_database_holds_neither_the_link_nor_the_password_and_forgets_old_links()
    {
        var link = await LinkAsync();
        await _riya.OpensAsync(link);
        await _riya.EntersAsync(link, Sample.Password);
        await _world.RunDueJobsAsync();
        Assert.False(await _world.StoredAsync(db => db.Set<TrunkBot.Jobs.Job>().AnyAsync(job => job.Payload.Contains("/secret/"))));
        Assert.False(await DatabaseHoldsAsync(Sample.Password));

        await _world.PassAsync(TimeSpan.FromHours(2));
        Assert.False(await _world.StoredAsync(db => db.Set<OneTimeLink>().AnyAsync()));
    }

    [Fact]
    public async Task Without_a_public_address_the_masked_field_is_the_only_way()
    {
        var link = await LinkAsync();
        await _world.RestartAsync(("PublicUrl", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await _riya.OpensAsync(link)).Status);
        var form = await _world.Riya.SaysAsync("/trunk new");
        Assert.DoesNotContain(LinkButton, form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_usable_with_the_keyboard_alone_light_and_dark_wide_and_narrow()
    {
        var links = new List<string>();
        for (var run = 0; run < 4; run++)
            links.Add((await LinkAsync()).AbsoluteUri);
        Assert.Equal("", await Node.RunAsync("one-time-page.mjs", "", ["out", .. links]));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => _riya.Dispose();

    private Task<Uri> LinkAsync(params (string Id, string Value)[] changes) => LinkAsync(_world.Riya, changes);

    private async Task<Uri> LinkAsync(Talker asker, params (string Id, string Value)[] changes)
    {
        await asker.SaysAsync("/trunk new");
        var values = Sample.Clean.Where(input => input.Id != "password" && !changes.Any(change => change.Id == input.Id)).Concat(changes);
        await asker.ClicksAsync(LinkButton, inputs: [.. values]);
        var card = _world.Riya.CardWith("Open the page").Card!.Value;
        return new Uri(Cards.Actions(card).Single().GetProperty("url").GetString()!);
    }

    private async Task<bool> DatabaseHoldsAsync(string value)
    {
        var wanted = Encoding.UTF8.GetBytes(value);
        foreach (var file in Directory.GetFiles(_world.Folder, "trunkbot.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            if (copy.ToArray().AsSpan().IndexOf(wanted) >= 0)
                return true;
        }

        return false;
    }
}
