using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Crash;

/// <summary>Carries what people say to whichever process answers, and delivers it again, unchanged, until one has taken it.</summary>
internal sealed class Post(SandboxApp sandbox, IReadOnlyList<Uri> endpoints, Dice dice) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private int _redelivered;

    /// <summary>How often something had to be delivered again.</summary>
    public int Redelivered => _redelivered;

    public Task SayAsync(string person, string text, CancellationToken ct) =>
        DeliverAsync(person, "personal", new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" }, ct);

    /// <summary>Says it again and again until an answer of that kind is heard.</summary>
    public async Task<SentActivity> SayUntilAsync(string person, string text, Func<SentActivity, bool> answer, CancellationToken ct)
    {
        while (true)
        {
            var before = sandbox.Channel.Sent.Count;
            await SayAsync(person, text, ct);
            if (await HeardAsync(person, before, answer, ct) is { } heard)
                return heard;
        }
    }

    /// <summary>Clicks, and returns the card or sentence that the click was answered with.</summary>
    public async Task<ClickAnswer> ClickAsync(
        string person, string where, SentActivity card, string title, CancellationToken ct, params (string Id, string Value)[] inputs)
    {
        var body = await DeliverAsync(person, where, Talker.Click(card, title, inputs), ct)
            ?? throw new InvalidOperationException("A click was answered without a body.");
        var value = body.GetProperty("value");
        return value.ValueKind == JsonValueKind.String ? new ClickAnswer(null, value.GetString()!) : new ClickAnswer(value, Cards.Words(value));
    }

    /// <summary>The newest card with this button there that says this, if there is one.</summary>
    public SentActivity? CardIn(string where, string title, string words) => sandbox.Channel.Sent.LastOrDefault(sent =>
        sent.ConversationId?.StartsWith(sandbox.Channel.ConversationId(where), StringComparison.Ordinal) == true
        && HasButton(sent, title) && Cards.Words(sent.Card).Contains(words, StringComparison.Ordinal));

    public static bool HasButton(SentActivity sent, string title) => sent.Card is { } card && HasButton(card, title);

    public static bool HasButton(JsonElement card, string title) =>
        Cards.Actions(card).Any(action => action.GetProperty("title").GetString()!.StartsWith(title, StringComparison.Ordinal));

    public void Dispose() => _http.Dispose();

    // What a killed process was about to say may be gone: a prompt is sent at most once.
    private async Task<SentActivity?> HeardAsync(string person, int before, Func<SentActivity, bool> answer, CancellationToken ct)
    {
        var personal = sandbox.Channel.ConversationId("personal", person);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(s_patience);
        try
        {
            var fresh = 0;
            return await sandbox.Channel.Sent.WaitForAsync(sent => ++fresh > before && sent.ConversationId == personal && answer(sent), late.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<JsonElement?> DeliverAsync(string person, string where, JsonObject said, CancellationToken ct)
    {
        var activity = sandbox.Channel.Compose(person, where, said).ToJsonString();
        for (var at = dice.Below(endpoints.Count); ; at++)
        {
            if (await TryAsync(endpoints[at % endpoints.Count], activity, ct) is { } body)
                return body.Length == 0 ? null : JsonElement.Parse(body);
            Interlocked.Increment(ref _redelivered);
            await Task.Delay(s_pause, ct);
        }
    }

    private async Task<string?> TryAsync(Uri endpoint, string activity, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(activity, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Channel.SignToken()) },
        };
        try
        {
            using var answer = await _http.SendAsync(request, ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            if (answer.StatusCode < HttpStatusCode.InternalServerError && !answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"The bot answered {(int)answer.StatusCode}: {body}");
            return answer.IsSuccessStatusCode ? body : null;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException || gone is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}

/// <summary>What a click was answered with.</summary>
internal sealed record ClickAnswer(JsonElement? Card, string Words);
