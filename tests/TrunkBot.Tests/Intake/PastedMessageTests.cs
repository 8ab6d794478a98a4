using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Tests.Chat;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;

namespace TrunkBot.Tests.Intake;

/// <summary>A message that is no command, in the chat: what it says of a trunk stands in a form, and a password in it is taken out and warned about.</summary>
public sealed class PastedMessageTests
{
    private const string Warning = "That looks like a password. I didn't save it";

    private const string Mail =
        """
        Hi Riya,
        your new SIP trunk is ready.

        Trunk name: Acme voice
        SIP domain: acme.pstn.twilio.com
        Direction: outbound
        DID: +1 415 555 0100
        Username: acme
        Password: Zq7Canary-Horse-42
        Codec: G.711

        Kind regards,
        Tom
        Fax: +1 415 555 0199
        """;

    [Fact]
    public async Task A_carriers_mail_becomes_the_filled_form_with_the_line_of_each_value_and_can_be_submitted()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync(Mail);

        Assert.Contains(Warning, heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7Canary", heard.Text, StringComparison.Ordinal);
        foreach (var said in new[] { "From: SIP domain: acme.pstn.twilio.com", "From: Trunk name: Acme voice", "From: DID: +1 415 555 0100", "From: Username: acme", "From: Direction: outbound", "Codec: G.711" })
            Assert.Contains(said, heard.Text, StringComparison.Ordinal);
        Assert.Equal("acme.pstn.twilio.com", Value(heard, "domain"));
        Assert.Equal("+14155550100", Value(heard, "numbers"));
        Assert.Equal("Acme voice", Value(heard, "name"));
        Assert.Equal("acme", Value(heard, "username"));
        Assert.Null(Value(heard, "password"));

        var submitted = await world.Riya.ClicksAsync("Submit", inputs: [("name", "Acme voice"), ("domain", "acme.pstn.twilio.com"), ("direction", "outbound"), ("numbers", "+14155550100"), ("username", "acme"), ("password", Sample.Password)]);
        Assert.Contains("Waiting for", submitted.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uD800')]
    public async Task What_is_no_character_hinders_nobody_from_reading(char odd)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync(Mail.Replace("Codec:", $"Codec{odd}:", StringComparison.Ordinal));
        Assert.Contains(Warning, heard.Text, StringComparison.Ordinal);
        Assert.Equal("acme.pstn.twilio.com", Value(heard, "domain"));
    }

    [Fact]
    public async Task A_table_that_Teams_sends_as_HTML_is_read_and_its_password_noticed()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.ClicksForgedAsync("riya", "msteams", new JsonObject
        {
            ["type"] = "message",
            ["text"] = "Name Host User Password East east.sip.carrier.net e1 Zq7Canary-Horse-42",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "text/html",
                ["content"] = "<table><tr><th>Name</th><th>Host</th><th>User</th><th>Password</th></tr><tr><td>East</td><td>east.sip.carrier.net</td><td>e1</td><td>Zq7Canary-Horse-42</td></tr>"
                    + "<tr><td>West</td><td>west.sip.carrier.net</td><td>w1</td><td>Other-Horse-43</td></tr></table>",
            }),
        });

        Assert.Equal("east.sip.carrier.net", Value(heard, "domain"));
        Assert.Contains("describes 2 trunks", heard.Text, StringComparison.Ordinal);
        Assert.Contains(Warning, heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Horse", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_candidates_leave_the_field_empty_and_are_buttons_that_fill_it()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync("SIP trunk\nServer: sip1.carrier-six.net\nServer: sip2.carrier-six.net\nUsername: alpha\nAuth username: beta");
        Assert.Null(Value(heard, "domain"));
        Assert.Null(Value(heard, "username"));

        var host = await PressesAsync(world, "Use sip2.carrier-six.net");
        Assert.Equal("sip2.carrier-six.net", CardValue(host.Card!.Value, "domain"));
        Assert.Contains("From: Server: sip2.carrier-six.net", host.Text, StringComparison.Ordinal);
        Assert.Contains("Use beta", host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_trunk_new_is_read_where_it_is_no_option()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync("/trunk new please, inbound, on sip.telnyx.com for +1 415 555 0100");
        Assert.Equal("sip.telnyx.com", Value(heard, "domain"));
        Assert.Equal("+14155550100", Value(heard, "numbers"));
    }

    [Fact]
    public async Task A_message_that_describes_a_trunk_opens_a_draft_of_its_own()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --name first --domain first.pstn.twilio.com");
        var heard = await world.Riya.SaysAsync("SIP domain: second.pstn.twilio.com");
        Assert.Equal("second.pstn.twilio.com", Value(heard, "domain"));
        Assert.Null(Value(heard, "name"));
    }

    [Fact]
    public async Task Who_may_not_ask_is_refused_and_their_password_is_noticed_all_the_same()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Eve.SaysAsync(Mail);
        Assert.Contains(Warning, heard.Text, StringComparison.Ordinal);
        Assert.Contains("Requester", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("acme.pstn.twilio.com", heard.Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.StoredAsync(db => db.Requests.CountAsync()));
    }

    [Theory]
    [InlineData("Password: Zq7Canary-Horse-42")]
    [InlineData("the password is Zq7Canary-Horse-42")]
    [InlineData("Zq7Canary-Horse-42")]
    [InlineData("Kennwort: Zq7Canary-Horse-42")]
    [InlineData("sip:acme:Zq7Canary-Horse-42@example.com")]
    [InlineData("/help password: Zq7Canary-Horse-42")]
    public async Task A_password_is_noticed_in_any_message_and_kept_nowhere(string said)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync(said);
        Assert.Contains(Warning, heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7Canary", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_question_of_the_dialog_a_password_is_noticed_and_the_question_asked_again()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --chat");
        var heard = await world.Riya.SaysAsync("password: Zq7Canary-Horse-42");
        Assert.Contains(Warning, heard.Text, StringComparison.Ordinal);
        Assert.Contains("called", heard.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Zq7Canary", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_of_numbers_opens_the_form_and_is_named_beside_it()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync("I need a trunk for +44 20 7946 0018 to +44 20 7946 0027");
        Assert.Contains("Not used: I need a trunk for +44 20 7946 0018 to +44 20 7946 0027", heard.Text, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(Value(heard, "numbers")));
    }

    [Fact]
    public async Task In_a_room_everybody_can_read_it_and_that_is_said()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync("/trunk my password is Zq7Canary-Horse-42", "group");
        Assert.Contains("everybody here can read it", heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is a sip trunk?")]
    [InlineData("lunch at 12? call me on +49 170 1234567")]
    [InlineData("I forgot my password, how do I reset it?")]
    public async Task What_says_nothing_of_a_trunk_opens_no_form(string said)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync(said);
        Assert.DoesNotContain("New SIP trunk", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Warning, heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_64_KB_is_read_and_of_one_byte_more_is_answered_with_a_sentence()
    {
        await using var world = await Company.StartAsync();
        const string Said = "SIP domain: acme.pstn.twilio.com\nNotes: ";
        var most = $"{Said}{new string('é', (65_536 - Said.Length) / 2)}";
        Assert.Equal("acme.pstn.twilio.com", Value(await world.Riya.SaysAsync(most), "domain"));
        Assert.Contains("64 KB at most", (await world.Riya.SaysAsync($"{most}é")).Text, StringComparison.Ordinal);
    }

    // The buttons stand beside their field, not under the card.
    private static Task<Heard> PressesAsync(Company world, string title)
    {
        var message = world.Riya.Sees().Last(sent => sent.Card is { } card && card.GetRawText().Contains(title, StringComparison.Ordinal));
        var action = Find(JsonNode.Parse(message.Card!.Value.GetRawText())!, title)!;
        var data = action["data"]!.DeepClone().AsObject();
        return world.ClicksForgedAsync("riya", "msteams", Talker.Invoke(data, message.ActivityId));
    }

    private static JsonObject? Find(JsonNode? node, string title) => node switch
    {
        JsonObject found when found["title"]?.GetValueKind() is JsonValueKind.String && found["title"]!.GetValue<string>() == title => found,
        JsonObject inner => inner.Select(member => Find(member.Value, title)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(item => Find(item, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? Value(Heard heard, string field) => CardValue(heard.Sent.Last(sent => sent.Card is not null).Card!.Value, field);

    private static string? CardValue(JsonElement card, string field)
    {
        var input = card.GetProperty("body").EnumerateArray().Single(element => element.TryGetProperty("id", out var id) && id.GetString() == field);
        return input.TryGetProperty("value", out var value) ? value.GetString() : null;
    }
}
