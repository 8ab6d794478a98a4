using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>Bad input gets a clear answer and leaves nothing half done.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task What_is_no_activity_is_refused_and_changes_nothing()
    {
        await using var world = await AskedAsync();
        var before = await TablesAsync(world);
        using var client = new HttpClient();
        foreach (var body in new[] { "", "{", "not json", "[]", "null", "42", "\"text\"", "{}", "{\"type\":5}", "{\"type\":\"message\",\"from\":[]}", "\uFEFF{}", "{\"type\":\"message\"}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, world.Sandbox.BotEndpoint)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", world.Sandbox.Channel.SignToken());
            using var answer = await client.SendAsync(request);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"'{body}' was answered {(int)answer.StatusCode}.");
        }

        Assert.Equal(before, await TablesAsync(world));
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task A_card_that_cannot_be_read_or_is_too_old_gets_a_sentence_and_changes_nothing(string channel)
    {
        await using var world = await AskedAsync();
        var before = await TablesAsync(world);
        foreach (var data in Unreadable())
            foreach (var click in new Func<JsonNode?, JsonObject>[] { Invoke, Submit })
            {
                var activity = click(data);
                var heard = await world.ClicksForgedAsync("riya", channel, activity);
                Assert.True(heard.Delivery.Status == 200, $"{activity} was answered {heard.Delivery.Status}.");
                Assert.True(heard.Text.Contains('.', StringComparison.Ordinal), $"{activity} was answered '{heard.Text}'.");
                Assert.DoesNotContain("Something went wrong", heard.Text, StringComparison.Ordinal);
                Assert.Equal(before, await TablesAsync(world));
            }
    }

    [Fact]
    public async Task An_invoke_that_is_none_is_answered_and_changes_nothing()
    {
        await using var world = await AskedAsync();
        var before = await TablesAsync(world);
        foreach (var value in new[] { "null", "5", "\"x\"", "[]", "{}", "{\"action\":5}", "{\"action\":null}", "{\"action\":{\"type\":\"Action.Submit\"}}", "{\"action\":{\"type\":5,\"data\":{}}}" })
        {
            var heard = await world.ClicksForgedAsync("riya", "msteams", new()
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = JsonNode.Parse(value),
            });
            Assert.Equal(200, heard.Delivery.Status);
            Assert.Contains("read what this button sent", heard.Delivery.Body.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(501, (await world.ClicksForgedAsync("riya", "msteams", new() { ["type"] = "invoke", ["name"] = "fileConsent/invoke" })).Delivery.Status);
        Assert.Equal(before, await TablesAsync(world));
    }

    [Theory]
    [InlineData("🙂🎉🏳️‍🌈")]
    [InlineData("שלום עולם")]
    [InlineData("شركة الاتصالات")]
    [InlineData("音声エージェント")]
    public async Task A_name_in_any_script_is_taken_as_it_is_and_sent_as_it_is(string name)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: [("name", name), .. Sample.Clean.Skip(1)]);
        await world.RunDueJobsAsync();
        Assert.Contains(name, world.Omar.Reads("room"), StringComparison.Ordinal);
        await world.Omar.ClicksAsync("Approve", "room");
        await world.RunDueJobsAsync();
        Assert.Equal(name, (await world.RequestAsync()).Fields.Name);
        Assert.Contains(world.Sandbox.VideoSdk.Trunks.Single().TrunkId, world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_numbers_are_one_thing_to_change()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        var numbers = string.Join(", ", Enumerable.Range(0, 500).Select(i => $"+1415555{i:0000}"));
        var heard = await world.Riya.ClicksAsync("Submit", inputs: [.. Sample.Clean.Select(field => field.Id == "numbers" ? ("numbers", numbers) : field)]);
        Assert.Contains("1 thing to change.", heard.Text, StringComparison.Ordinal);
        Assert.Contains("100", heard.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Draft, await world.StateAsync());
    }

    private static async Task<Company> AskedAsync()
    {
        var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Riya.On("webchat").SaysAsync("/trunk new --name half");
        return world;
    }

    /// <summary>TR-1 is pending and TR-2 a draft of the one who clicks.</summary>
    private static IEnumerable<JsonNode?> Unreadable()
    {
        foreach (var data in new[] { "null", "\"text\"", "5", "true", "[]", "[{\"verb\":\"trunk.submit\"}]", "{}" })
            yield return JsonNode.Parse(data);
        foreach (var verb in new[] { "null", "5", "{}", "[]", "\"\"", "\"trunk.destroy\"", "\"TRUNK.SUBMIT\"", "\"trunk.v0.submit\"", "\"@/etc/hostname\"" })
            yield return JsonNode.Parse($"{{\"verb\":{verb},\"requestId\":\"TR-2\"}}");
        foreach (var verb in new[] { "trunk.submit", "trunk.chat", "request.cancel", "request.refresh", "trunk.page" })
            foreach (var id in new[] { "null", "5", "{}", "[\"TR-2\"]", "\"\"", "\"7\"", "\"TR-99\"", "\"TR--2\"", "\"TR-99999999999999999999\"", "\"\uFF34R-2\"", "\"../TR-2\"" })
                yield return JsonNode.Parse($"{{\"verb\":\"{verb}\",\"requestId\":{id}}}");
        foreach (var verb in new[] { "trunk.submit", "trunk.chat" })
            foreach (var field in new[] { "name", "domain", "direction", "numbers", "username", "password", "confirmed" })
                foreach (var value in new[] { "5", "true", "[]", "[\"+14155550100\"]", "{}" })
                    yield return JsonNode.Parse($"{{\"verb\":\"{verb}\",\"requestId\":\"TR-2\",\"{field}\":{value}}}");
        foreach (var id in new[] { "\"TR-1\"", "\"TR-2\"", "5" })
            yield return JsonNode.Parse($"{{\"verb\":\"request.approve\",\"requestId\":{id},\"comment\":{{}}}}");
    }

    private static JsonObject Invoke(JsonNode? data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "trunk.submit", ["data"] = data?.DeepClone() } },
    };

    private static JsonObject Submit(JsonNode? data) => new() { ["type"] = "message", ["value"] = data?.DeepClone() };

    /// <summary>Everything that is stored about requests, as text.</summary>
    private static Task<string> TablesAsync(Company world) => world.StoredAsync(async db =>
    {
        var text = new StringBuilder();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in new[] { "Requests", "Approvals", "ApprovalsRooms", "Trunks", "Audit", "State" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                text.Append(table);
                for (var column = 0; column < rows.FieldCount; column++)
                    text.Append('|').Append(rows.GetName(column)).Append('=').Append(rows.GetValue(column));
                text.AppendLine();
            }
        }

        return text.ToString();
    });
}
