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

    /// <summary>Plays for a time, or until so many conversations were begun.</summary>
    public async Task<Measured> PlayAsync(int atOnce, TimeSpan time, int mostConversations)
    {
        var (begun, started, cpu) = (0, Stopwatch.GetTimestamp(), child.CpuTime);
        var players = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(PlayOneAfterAnotherAsync)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Measured(atOnce, elapsed, child.CpuTime - cpu, child.ResidentBytes, [.. players.SelectMany(latencies => latencies)]);

        async Task<List<double>> PlayOneAfterAnotherAsync()
        {
            var latencies = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < time && Interlocked.Increment(ref begun) <= mostConversations)
                await TalkAsync(latencies);
            return latencies;
        }
    }

    /// <summary>The first turn of a conversation, for the time that a cold start takes.</summary>
    public async Task FirstTurnAsync() => await TurnAsync(new Talk(channel.ServiceUrl), 0, null);

    /// <summary>A whole conversation; its last answer is the request that was submitted.</summary>
    public async Task<(Talk Talk, JsonElement Submitted)> AskAsync()
    {
        var talk = new Talk(channel.ServiceUrl);
        JsonElement? before = null;
        for (var turn = 0; turn < Waterfall.Turns; turn++)
            (before, _) = await TurnAsync(talk, turn, before);
        return (talk, before!.Value);
    }

    /// <summary>Says a line, and how long the answer took.</summary>
    public Task<(JsonElement Reply, TimeSpan Latency)> SayAsync(Talk talk, string line) => SendAsync(talk, talk.Says(line));

    /// <summary>What comes next in that conversation without being asked for.</summary>
    public async Task<JsonElement> NextAsync(Talk talk) => (await channel.Mailbox.Next(talk.ConversationId).WaitAsync(s_patience)).Activity;

    private async Task TalkAsync(List<double> latencies)
    {
        var talk = new Talk(channel.ServiceUrl);
        JsonElement? before = null;
        for (var turn = 0; turn < Waterfall.Turns; turn++)
        {
            (before, var latency) = await TurnAsync(talk, turn, before);
            latencies.Add(latency.TotalMilliseconds);
        }
    }

    private async Task<(JsonElement Reply, TimeSpan Latency)> TurnAsync(Talk talk, int turn, JsonElement? before)
    {
        var (reply, latency) = await SendAsync(talk, Waterfall.Act(talk, turn, before));
        if (isBot && Waterfall.Judge(turn, reply) is { } wrong)
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

/// <summary>What came of playing at one level.</summary>
internal sealed record Measured(int AtOnce, TimeSpan Elapsed, TimeSpan Cpu, long ResidentBytes, double[] Latencies)
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
