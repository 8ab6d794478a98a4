using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>Microsoft's renderer leaves a field out of the data when the person has emptied it (npm adaptivecards 3.0.6).</summary>
public abstract class ClearedFieldTests(string backEnd)
{
    [Fact]
    public async Task A_field_that_a_form_showed_and_that_comes_back_missing_is_empty()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync(Case("1-line.json")["text"]!.GetValue<string>());

        var submit = Case("2-submit.json");
        submit["value"]!["action"]!["data"]!["password"] = Sample.Password;
        var answer = await world.Sandbox.Channel.DeliverAsync(world.Riya.Key, "personal", submit);

        var request = await world.RequestAsync();
        Assert.Equal((RequestState.Draft, true), (request.State, string.IsNullOrEmpty(request.Fields.Username)));
        Assert.Contains("Change the username:", new Heard(answer, []).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("domain")]
    [InlineData("numbers")]
    [InlineData("username")]
    [InlineData("name domain numbers username")]
    public async Task Whatever_is_emptied_is_asked_for_again_in_the_form_as_in_a_corrected_one(string emptied)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        var form = (await world.Riya.SaysAsync(Line)).Sent[^1];
        var left = form.Card!.Value.Prefilled().With(("password", Sample.Password)).Where(field => !emptied.Split(' ').Contains(field.Id)).ToArray();

        var first = await world.Riya.ClicksAsync(form, "Submit", "personal", left);
        var again = await world.Riya.ClicksAsync(form, "Submit", "personal", left);

        Assert.Equal(RequestState.Draft, await world.StateAsync());
        foreach (var heard in new[] { first, again })
            Assert.All(emptied.Split(' '), field => Assert.Contains($"Change the {(field == "domain" ? "host" : field)}:", heard.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_is_emptied_in_an_edit_is_not_asked_for_with_the_old_value()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        var form = (await world.Riya.SaysAsync("/trunk edit TR-1")).Sent[^1];

        var heard = await world.Riya.ClicksAsync(
            form, "Submit changes", "personal", [.. form.Card!.Value.Prefilled().With().Where(field => field.Id is not ("username" or "password"))]);

        Assert.Contains("Change the username:", heard.Text, StringComparison.Ordinal);
        Assert.Equal("acme", (await world.RequestAsync()).Fields.Username);
    }

    [Fact]
    public async Task A_choice_that_nobody_touched_is_the_one_that_was_shown()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        var form = (await world.Riya.SaysAsync(Line.Replace("outbound", "inbound", StringComparison.Ordinal))).Sent[^1];
        var sent = form.Card!.Value.Prefilled().With(("password", Sample.Password)).Where(field => field.Id != "direction").ToArray();

        await world.Riya.ClicksAsync(form, "Submit", "personal", sent);

        Assert.Equal("inbound", (await world.RequestAsync()).Fields.Direction);
    }

    [Fact]
    public async Task The_last_card_of_the_questions_has_the_password_alone_and_keeps_the_answers()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync($"{Line} --chat");
        await world.Riya.ClicksAsync("Submit", inputs: ("password", Sample.Password));
        var request = await world.RequestAsync();
        Assert.Equal((RequestState.Pending, "old-user"), (request.State, request.Fields.Username));
    }

    private const string Line =
        "/trunk new --name acme-eu --domain acme.pstn.twilio.com --direction outbound --number +14155550100 --username old-user";

    private static JsonObject Case(string name, [CallerFilePath] string here = "") =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "Cases", "cleared-field", name)))!.AsObject();
}

public sealed class ClearedFieldOnSqliteTests() : ClearedFieldTests("Sqlite");

public sealed class ClearedFieldOnPostgresTests() : ClearedFieldTests("Postgres");
