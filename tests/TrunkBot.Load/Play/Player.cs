using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;

namespace TrunkBot.Load.Play;

/// <summary>Plays conversations against a child, so many at a time, and takes down how long each answer took.</summary>
internal sealed class Player(ChannelHost channel, HttpClient http, Child child, bool isBot)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");
    private readonly AuthenticationHeaderValue _token = new("Bearer", channel.Token);

    /// <summary>Plays for a time; what was begun is finished.</summary>
    public async Task<Measured> PlayAsync(Scenario scenario, int atOnce, TimeSpan time)
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), child.CpuTime);
        var players = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(PlayOneAfterAnotherAsync)));
        return new Measured(Stopwatch.GetElapsedTime(started), child.CpuTime - cpu, [.. players.SelectMany(latencies => latencies)]);

        async Task<List<double>> PlayOneAfterAnotherAsync()
        {
            var latencies = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < time)
                await TalkAsync(scenario, new Talk(channel.ServiceUrl), latencies);
            return latencies;
        }
    }

    /// <summary>The first turn of a conversation, for the time that a cold start takes.</summary>
    public async Task FirstTurnAsync() => await TurnAsync(new Waterfall(), new Talk(channel.ServiceUrl), 0, null);

    /// <summary>A whole conversation; its last answer is the request that was submitted.</summary>
    public async Task<(Talk Talk, JsonElement Submitted)> AskAsync()
    {
        var talk = new Talk(channel.ServiceUrl);
        return (talk, await TalkAsync(new Waterfall(), talk, []));
    }

    /// <summary>All turns of the scenario.</summary>
    /// <returns>The last answer.</returns>
    public async Task<JsonElement> TalkAsync(Scenario scenario, Talk talk, List<double> latencies)
    {
        JsonElement? before = null;
        for (var turn = 0; turn < scenario.Turns; turn++)
        {
            (before, var latency) = await TurnAsync(scenario, talk, turn, before);
            latencies.Add(latency.TotalMilliseconds);
        }

        return before!.Value;
    }

    /// <summary>Says a line, and how long the answer took.</summary>
    public Task<(JsonElement Reply, TimeSpan Latency)> SayAsync(Talk talk, string line) => SendAsync(talk, talk.Says(line));

    /// <summary>What comes next in that conversation without being asked for.</summary>
    public async Task<JsonElement> NextAsync(Talk talk) => (await channel.Mailbox.Next(talk.ConversationId).WaitAsync(s_patience)).Activity;

    private async Task<(JsonElement Reply, TimeSpan Latency)> TurnAsync(Scenario scenario, Talk talk, int turn, JsonElement? before)
    {
        var (reply, latency) = await SendAsync(talk, scenario.Act(talk, turn, before));
        if (isBot && scenario.Judge(turn, reply) is { } wrong)
            throw new WrongAnswerException($"{wrong}, but the bot sent {reply}");
        return (reply, latency);
    }

    private async Task<(JsonElement Reply, TimeSpan Latency)> SendAsync(Talk talk, byte[] activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, child.Endpoint)
        {
            Content = new ByteArrayContent(activity) { Headers = { ContentType = s_json } },
        };
        request.Headers.Authorization = _token;
        var reply = channel.Mailbox.Next(talk.ConversationId);
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new WrongAnswerException($"an activity was answered {(int)answer.StatusCode}");
        var letter = await reply.WaitAsync(s_patience);
        return (letter.Activity, Stopwatch.GetElapsedTime(started, letter.At));
    }
}

/// <summary>What came of playing for a time.</summary>
internal sealed record Measured(TimeSpan Elapsed, TimeSpan Cpu, double[] Latencies)
{
    public double TurnsPerSecond => Latencies.Length / Elapsed.TotalSeconds;

    public double CpuPerThousand => Cpu.TotalSeconds * 1000 / Latencies.Length;

    public double Percentile(double part)
    {
        var sorted = Latencies.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
    }
}

/// <summary>The bot did not say what it should.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
