using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>What can be mended without guessing is mended and shown as it will be sent; what cannot gets the likely reading as a button.</summary>
public sealed class OneFormOfAValueTests
{
    [Theory]
    [InlineData("numbers", "+44 (0)20 7946 0018", "+442079460018")]
    [InlineData("numbers", "＋４９ ３０ ９０１８２０", "+4930901820")]
    [InlineData("numbers", "tel:+4930901820", "+4930901820")]
    [InlineData("numbers", "+49 30/901820", "+4930901820")]
    [InlineData("domain", "sip:acme.pstn.twilio.com:5060;transport=tls", "acme.pstn.twilio.com")]
    [InlineData("domain", "<sips:ACME.pstn.twilio.com>", "acme.pstn.twilio.com")]
    [InlineData("domain", "acme.pstn.twilio.com;transport=udp", "acme.pstn.twilio.com")]
    [InlineData("domain", "acme\u200B.pstn.twilio.com:5061", "acme.pstn.twilio.com")]
    [InlineData("direction", "Outgoing", "outbound")]
    public async Task What_has_one_reading_is_taken_and_said(string field, string typed, string sent)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        var heard = await world.Riya.ClicksAsync("Submit", inputs: [.. Sample.Clean.Select(one => one.Id == field ? (one.Id, typed) : one)]);

        Assert.Equal(RequestState.Pending, await world.StateAsync());
        Assert.Equal(sent, (await world.RequestAsync()).Fields.Of(field));
        Assert.Contains(sent, heard.Text, StringComparison.Ordinal);
        Assert.Contains("will be sent", heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers", "0171 1234567", "+491711234567", "en-DE")]
    [InlineData("numbers", "020 7946 0018", "+442079460018", "en-GB")]
    [InlineData("numbers", "0044 20 7946 0018", "+442079460018", "en-US")]
    [InlineData("numbers", "14155550100", "+14155550100", "en-DE")]
    [InlineData("numbers", "+1 415 555 0100 ext 12", "+14155550100", "en-US")]
    [InlineData("domain", "sip:user@acme.pstn.twilio.com", "acme.pstn.twilio.com", "en-US")]
    [InlineData("domain", "acme.pstn.twilio.com:5070", "acme.pstn.twilio.com", "en-US")]
    [InlineData("direction", "termination", "outbound", "en-US")]
    public async Task What_is_only_likely_is_a_button(string field, string typed, string meant, string locale)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        var form = world.Riya.CardWith("Submit");
        var click = Talker.Click(form, "Submit", [.. Sample.Clean.Select(one => one.Id == field ? (one.Id, typed) : one)]);
        var answer = await world.Sandbox.Channel.DeliverAsync(world.Riya.Key, "personal", click, alter: activity => activity["locale"] = locale);

        Assert.Equal(RequestState.Draft, await world.StateAsync());
        Assert.Contains($"Did you mean “{meant}”?", new Heard(answer, []).Text, StringComparison.Ordinal);
        await world.Riya.ClicksAsync($"Use {meant}", inputs: [.. Sample.Clean.Select(one => one.Id == field ? (one.Id, typed) : one)]);
        Assert.Equal(meant, (await world.RequestAsync()).Fields.Of(field));
        Assert.Equal(RequestState.Draft, await world.StateAsync());
    }

    [Fact]
    public async Task A_number_without_its_country_is_nobodys_guess_where_no_country_is_known()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --number \"0171 1234567\"");
        Assert.DoesNotContain("Use +", world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_shows_is_what_the_draft_holds()
    {
        await using var world = await Company.StartAsync();
        var form = Assert.Single((await world.Riya.SaysAsync("/trunk new --name twilio --domain SIP:Example.pstn.twilio.com --number +1 (415) 555-0100 --username acme")).Sent);

        var (shown, held) = (form.Card!.Value.Prefilled(), (await world.RequestAsync()).Fields);
        foreach (var field in new[] { "name", "domain", "direction", "numbers", "username" })
            Assert.Equal(held.Of(field), shown[field]);
        Assert.Equal(("example.pstn.twilio.com", "+14155550100"), (held.Domain, held.Numbers));
        Assert.Contains("Twilio", Cards.Words(form.Card), StringComparison.Ordinal);
        Assert.Contains("approval from another", Cards.Words(form.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_sum_up_what_will_be_sent()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --chat");
        foreach (var answer in new[] { "voice agents", "sip:ACME.pstn.twilio.com", "out", "+44 (0)20 7946 0018", "acme" })
            await world.Riya.SaysAsync(answer);
        var card = Cards.Words(world.Riya.Sees()[^1].Card);
        Assert.Contains("acme.pstn.twilio.com", card, StringComparison.Ordinal);
        Assert.Contains("+442079460018", card, StringComparison.Ordinal);
        Assert.DoesNotContain("(0)", card, StringComparison.Ordinal);
    }
}
