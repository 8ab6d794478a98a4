using TrunkBot.Audit;
using TrunkBot.Chat.Showing;
using TrunkBot.Languages;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.AllCards;
using TrunkBot.Tests.Policies;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Foreseeing;

namespace TrunkBot.Tests.Languages;

/// <summary>The main job by the front door, in the language of those who do it.</summary>
public sealed class MainJobInFiveLanguagesTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("es-ES")]
    [InlineData("hi-IN")]
    [InlineData("ja-JP")]
    public async Task Who_asks_and_who_approves_read_no_English(string locale)
    {
        await using var world = await Company.StartAsync();
        var language = Language.Of(locale);
        string In(string english) => language.Book.Texts[english];
        var (riya, omar, ada) = (world.Riya.In(locale), world.Omar.In(locale), world.Ada.In(locale));
        List<Heard> heard = [await ada.SaysAsync("/trunk approvals here", "teams-room"), await riya.SaysAsync("/help"), await riya.SaysAsync("/whoami"), await riya.SaysAsync("/trunk new")];

        heard.Add(await riya.ClicksAsync(In("Submit"), inputs: Sample.VideoSdk));
        heard.Add(await riya.ClicksAsync(In("Submit anyway"), inputs: Sample.VideoSdk));
        await world.RunDueJobsAsync();
        heard.Add(await riya.SaysAsync("/trunk requests"));
        heard.Add(await omar.SaysAsync("/trunk waiting"));
        heard.Add(await riya.SaysAsync("/trunk show TR-1"));
        heard.Add(await omar.ClicksAsync(In("Approve"), "teams-room", ("comment", "gut")));
        await world.RunDueJobsAsync();
        heard.Add(await riya.SaysAsync("/trunk list"));
        heard.Add(await omar.SaysAsync("/trunk overview"));
        heard.Add(await riya.SaysAsync("/trunk show TR-1"));
        heard.Add(await riya.SaysAsync($"/trunk show {Assert.Single(world.Sandbox.VideoSdk.Trunks).TrunkId}"));
        heard.Add(await riya.SaysAsync("/trunk approve TR-1"));
        heard.Add(await riya.SaysAsync("/help trunk approve"));

        var trunk = Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Contains(trunk.TrunkId, riya.Reads(), StringComparison.Ordinal);
        var all = string.Join('\n', [.. heard.Select(one => one.Text), riya.Reads(), omar.Reads(), omar.Reads("teams-room")]);
        Assert.All(["Approved by", "What to do next", "Asked by", "Waiting for an approver", "Look at this before you decide"], text => Assert.Contains(In(text), all, StringComparison.Ordinal));
        var english = EnglishWords.In(all, language);
        Assert.True(english.Count == 0, string.Join('\n', english.Append(all)));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("es-ES")]
    [InlineData("hi-IN")]
    [InlineData("ja-JP")]
    public async Task What_is_wrong_and_of_which_carrier_is_read_without_English(string locale)
    {
        await using var world = await Company.StartAsync();
        var (riya, language) = (world.Riya.In(locale), Language.Of(locale));
        await riya.SaysAsync("/trunk new --name voice --host sip.acme-telecom.net --direction termination --number 4155550100 --username acme");
        (string, string)[] typed = [("name", "voice"), ("domain", "sip.acme-telecom.net"), ("numbers", "4155550100"), ("username", "acme")];
        var wrong = await riya.ClicksAsync(language.Book.Texts["Submit"], inputs: [.. typed, ("direction", "termination")]);
        var chosen = await riya.ClicksAsync(language.Book.Texts["Submit"], inputs: [.. typed, ("direction", "inbound")]);

        Assert.Contains(language.Book.Texts["Use {0}"].Replace("{0}", language.Book.Texts["outbound"], StringComparison.Ordinal), wrong.Text, StringComparison.Ordinal);
        Assert.Contains(language.Book.Texts["Another carrier"], chosen.Text, StringComparison.Ordinal);
        Assert.Empty(EnglishWords.In($"{wrong.Text}\n{chosen.Text}", language));
    }

    [Fact]
    public void English_is_seen_where_there_is_some() => Assert.Equal(
        ["{0} is approved. I'll tell {1} when it's done."], EnglishWords.In("Hallo. TR-1 is approved. I'll tell Mei when it's done.", Language.German));

    [Theory]
    [InlineData("Richtung\noutbound", "outbound")]
    [InlineData("Ihre Rollen: Requester.", "Requester")]
    [InlineData("Direction\nausgehend", "Direction")]
    public void A_value_and_a_label_are_seen_where_they_are_in_English(string read, string word) => Assert.Equal([word], EnglishWords.In(read, Language.German));

    [Theory]
    [InlineData("Access:Roles:Approver")]
    [InlineData("/trunk new --direction outbound")]
    public void A_setting_and_a_command_are_in_no_language(string read) => Assert.Empty(EnglishWords.In(read, Language.German));

    // The create as it is sent, the audit, and what a command takes.
    private static readonly Type[] s_ofCommands = [typeof(CreateCard), typeof(AuditCard), typeof(HelpCard)];

    [Fact]
    public void No_card_has_a_value_or_a_label_in_English()
    {
        var wrong =
            from language in Language.Offered.Skip(1)
            from sent in language.Say(() => EveryCard.All().Where(sent => !s_ofCommands.Contains(sent.Made)).ToList())
            let words = Cards.Words(sent.Card.ToJson())
            from word in EnglishWords.Labels(words, language).Concat(EnglishWords.Values(words))
            select $"{language} {sent.Name}: {word}";
        var all = wrong.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Take(60).Prepend($"{all.Count} cards:")));
    }

    [Fact]
    public async Task Each_reads_their_own_language_and_the_audit_is_in_English()
    {
        await using var world = await Company.StartAsync();
        var (riya, omar, ada) = (world.Riya.In("de-DE"), world.Omar.In("ja-JP"), world.Ada.In("es-ES"));
        await ada.SaysAsync("/trunk approvals here", "teams-room");
        await riya.SaysAsync("/trunk new");
        await riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.Clean);
        await world.RunDueJobsAsync();

        var approved = await omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();

        Assert.Contains("TR-1", approved.Text, StringComparison.Ordinal);
        Assert.Contains("承認", approved.Text, StringComparison.Ordinal);
        Assert.Contains(Language.Spanish.Book.Texts["Approve"], world.Omar.Sees("teams-room").SelectMany(sent => sent.Card is { } card ? Cards.Actions(card) : []).Select(action => action.GetProperty("title").GetString()));
        Assert.Contains(Language.German.Book.Texts["What to do next"], riya.Reads(), StringComparison.Ordinal);
        Assert.DoesNotContain("承認", riya.Reads(), StringComparison.Ordinal);
        var audit = (await world.Ada.SaysAsync("/trunk audit TR-1")).Text;
        Assert.All(["submitted", "approved", "created"], act => Assert.Contains(act, audit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_went_wrong_is_said_to_the_asker_in_their_language_and_noted_in_English()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In("de-DE");
        await riya.SaysAsync("/trunk new");
        await riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.Clean);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.RunDueJobsAsync();
        await world.Omar.In("es-ES").SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();

        Assert.Contains(Language.German.Book.Texts["VideoSDK received the request, and the connection broke before its answer came."], riya.Reads(), StringComparison.Ordinal);
        Assert.Empty(EnglishWords.In(riya.Reads(), Language.German));
        var audit = (await world.Ada.SaysAsync("/trunk audit TR-1")).Text;
        Assert.Contains("the connection broke before its answer came", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, 2, 35, @"TrunkBot gave up after 1 hour of trying\. VideoSDK answered 503: not today\.")]
    [InlineData(401, 25 * 60, 1, @"VideoSDK answered 401: not today\. .*\) It was on hold for 24 hours")]
    public async Task What_was_told_to_the_asker_before_is_in_English_where_the_audit_says_it_again(int status, int minutes, int times, string noted)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In("de-DE");
        await riya.SaysAsync("/trunk new");
        await riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.Clean);
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = status, Times = 1000, RetryAfter = 60, Message = "not today" });
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        for (var i = 0; i < times; i++)
            await world.PassAsync(TimeSpan.FromMinutes(minutes));

        Assert.Matches(noted, (await world.Ada.SaysAsync("/trunk audit TR-1")).Text);
        Assert.Empty(EnglishWords.In(riya.Reads(), Language.German));
    }

    [Fact]
    public async Task A_rule_that_stops_a_create_speaks_to_the_asker_in_their_language_and_to_the_audit_in_English()
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In("de-DE");
        await riya.SaysAsync("/trunk new");
        await riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.Clean);
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.SetAsync("direction Direction=outbound Approvers=2");

        Assert.Contains(Language.German.Book.Texts["This trunk is outbound."], riya.Reads(), StringComparison.Ordinal);
        Assert.Contains(
            "Nothing was sent, because TR-1 no longer meets the rules. The rule direction: This trunk is outbound. Needs 2 approvals from other approvers. Ask again.",
            (await world.Ada.SaysAsync("/trunk audit TR-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_a_person_speaks_the_browsers_language()
    {
        await using var world = await Company.StartAsync();
        using var browser = new HttpClient();
        browser.DefaultRequestHeaders.Add("Accept-Language", "fr, ja;q=0.8, en;q=0.5");
        var page = System.Net.WebUtility.HtmlDecode(await (await browser.GetAsync(new Uri(new Uri(world.Bot.Configuration["Urls"]!), "/secret/none"))).Content.ReadAsStringAsync());
        Assert.Contains("<html lang=\"ja\">", page, StringComparison.Ordinal);
        Assert.Contains(Language.Japanese.Book.Texts["This link doesn’t work"], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_than_ours_is_answered_in_English()
    {
        await using var world = await Company.StartAsync();
        Assert.Equal((await world.Riya.SaysAsync("/whoami")).Text, (await world.Riya.In("fr-FR").SaysAsync("/whoami")).Text);
    }
}
