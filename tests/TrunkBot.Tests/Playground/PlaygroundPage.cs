using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Playground;

/// <summary>
/// A page of the Microsoft 365 Agents Playground with one person before it. What it sends lies in <c>Cases/agents-playground</c> as version 0.2.28 was
/// seen to send it, with ids of our own; its own are the service's address, a new id each time, and what the person types or clicks.
/// </summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    private static readonly HttpClient s_client = new();
    private readonly Company _world;
    private readonly string _key, _name, _objectId;
    private readonly PlaygroundConnector _connector;
    private int _sent;

    private PlaygroundPage(Company world, (string Key, string Name, string ObjectId) person, PlaygroundConnector connector) =>
        (_world, (_key, _name, _objectId), _connector) = (world, person, connector);

    public static (string Key, string Name, string ObjectId) Riya { get; } = ("riya", "Riya Rao", "30000000-0000-4000-8000-000000000001");

    public static (string Key, string Name, string ObjectId) Omar { get; } = ("omar", "Omar Haddad", "30000000-0000-4000-8000-000000000002");

    public IReadOnlyList<SentActivity> Calls => _connector.Calls;

    public static async Task<PlaygroundPage> OpenAsync(Company world, (string Key, string Name, string ObjectId) person) =>
        new(world, person, await PlaygroundConnector.StartAsync($"{person.Key}-chat", $"{person.Key}-group", $"{person.Key}-channel"));

    public ValueTask DisposeAsync() => _connector.DisposeAsync();

    /// <summary>Opening a chat, as every reload does too: both say so at the same moment.</summary>
    public Task<(int Status, JsonElement? Body)[]> OpensAsync(string place) =>
        Task.WhenAll(SendAsync($"{place}-installed"), SendAsync($"{place}-added"));

    public async Task<IReadOnlyList<SentActivity>> TypesAsync(string text, string place = "personal")
    {
        var before = Calls.Count;
        var answer = await SendAsync($"{place}-message", activity => activity["text"] = ((string)activity["text"]!).Replace("hello", text, StringComparison.Ordinal));
        Assert.Equal(200, answer.Status);
        return [.. Calls.Skip(before)];
    }

    /// <summary>Presses an <c>Action.Execute</c> on the newest card there that has it; the answer to the call is what the page draws.</summary>
    public async Task<JsonElement> PressesAsync(string title, string place = "personal", params (string Id, string Value)[] inputs)
    {
        var (message, action) = Button(title, place);
        Assert.Equal("Action.Execute", action.GetProperty("type").GetString());
        var answer = await SendAsync($"{place}-execute", activity =>
        {
            activity["replyToId"] = message.ActivityId;
            var pressed = activity["value"]!["action"]!;
            (pressed["title"], pressed["verb"], pressed["data"]) = (title, action.GetProperty("verb").GetString(), Data(action, inputs));
        });
        Assert.Equal(200, answer.Status);
        Assert.Equal(200, answer.Body!.Value.GetProperty("statusCode").GetInt32());
        return answer.Body.Value;
    }

    /// <summary>Presses an <c>Action.Submit</c> with the same data.</summary>
    public async Task<IReadOnlyList<SentActivity>> SubmitsAsync(string title, params (string Id, string Value)[] inputs)
    {
        var before = Calls.Count;
        var (message, action) = Button(title, "personal");
        var answer = await SendAsync("personal-submit", activity => (activity["replyToId"], activity["value"]) = (message.ActivityId, Data(action, inputs)));
        Assert.Equal((200, null), (answer.Status, answer.Body));
        return [.. Calls.Skip(before)];
    }

    /// <summary>Posts what lies in a file, without a token.</summary>
    public async Task<(int Status, JsonElement? Body)> SendAsync(string file, Action<JsonObject>? alter = null)
    {
        var text = CaseFile.Read($"agents-playground/{file}.json").ToJsonString()
            .Replace(Riya.Name, _name, StringComparison.Ordinal).Replace(Riya.ObjectId, _objectId, StringComparison.Ordinal)
            .Replace("\"riya", $"\"{_key}", StringComparison.Ordinal).Replace("@service@", _connector.ServiceUrl, StringComparison.Ordinal);
        var activity = JsonNode.Parse(text)!.AsObject();
        activity["id"] = $"{(string)activity["id"]!}-{_key}-{Interlocked.Increment(ref _sent)}";
        alter?.Invoke(activity);
        using var request = new HttpRequestMessage(HttpMethod.Post, _world.Sandbox.BotEndpoint) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("x-ms-agents-playground", "true");
        using var answer = await s_client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, body.Length == 0 ? null : JsonElement.Parse(body));
    }

    /// <summary>What stands there now: messages as they were updated last.</summary>
    public string Reads(string place = "personal") => string.Join("\n", Shown(place).Select(message => message.Text + Cards.Words(message.Card)));

    public IReadOnlyList<SentActivity> Shown(string place) =>
        [.. Calls.Where(call => call.Acted && call.Type == "message" && call.ConversationId!.Split(';')[0] == Id(place)).GroupBy(call => call.ActivityId).Select(same => same.Last())];

    private string Id(string place) => place == "personal" ? $"{_key}-chat" : $"{_key}-{place}";

    private (SentActivity Message, JsonElement Action) Button(string title, string place) =>
        Shown(place).Where(message => message.Card is not null)
            .SelectMany(message => Cards.Actions(message.Card!.Value).Where(action => action.GetProperty("title").GetString() == title).Select(action => (message, action)))
            .LastOrDefault() is ({ } message, var found) ? (message, found) : throw new InvalidOperationException($"There is no '{title}' in {place}: {Reads(place)}");

    private static JsonObject Data(JsonElement action, (string Id, string Value)[] inputs)
    {
        var data = JsonNode.Parse(action.GetProperty("data").GetRawText())!.AsObject();
        foreach (var (id, value) in inputs)
            data[id] = value;
        return data;
    }
}
