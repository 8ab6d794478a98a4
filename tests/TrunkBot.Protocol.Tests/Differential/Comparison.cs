using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Plays every input at both peers, started once, against one channel. Calls are told apart by the address that only their input has.</summary>
internal sealed class Comparison : IAsyncDisposable
{
    private const int AtOnce = 24;
    private readonly FakeChannel _channel;
    private readonly OurPeer _ours;
    private readonly TheirPeer _theirs;
    private readonly IReadOnlyList<Input> _inputs;
    private readonly ConcurrentDictionary<string, int> _calls = new();

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
    {
        DefaultRequestVersion = HttpVersion.Version11,
        Timeout = TimeSpan.FromMinutes(1),
    };

    private Comparison(FakeChannel channel, OurPeer ours, TheirPeer theirs, IReadOnlyList<Input> inputs)
    {
        (_channel, _ours, _theirs, _inputs) = (channel, ours, theirs, inputs);
        channel.OnRequest = AnswerAsync;
    }

    public static async Task<Comparison> StartAsync(IReadOnlyList<Input> inputs)
    {
        var channel = await FakeChannel.StartAsync();
        channel.Published.AddRange(TokenInputs.OtherKeys);
        var theirs = TheirPeer.StartAsync(channel);
        return new Comparison(channel, await OurPeer.StartAsync(channel), await theirs, inputs);
    }

    /// <summary>Everything in which the two differ.</summary>
    public async Task<IReadOnlyList<Difference>> RunAsync()
    {
        var found = new ConcurrentBag<(int Number, Difference Difference)>();
        // What waits for the connector longest begins first.
        var order = _inputs.Index().OrderBy(input => input.Item.Connector.Count == 0);
        await Parallel.ForEachAsync(order, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (numbered, _) =>
        {
            var (number, input) = numbered;
            var (left, right) = (At("theirs", _theirs.Endpoint), At("ours", _ours.Endpoint));
            var seen = await Task.WhenAll(PlayAsync(input, left), PlayAsync(input, right));
            foreach (var difference in Difference.Between(input, (left, seen[0]), (right, seen[1])))
                found.Add((number, difference));

            Place At(string peer, Uri endpoint) => new(_channel, endpoint, peer, number, input.Bot);
        });
        return [.. found.OrderBy(one => one.Number).ThenBy(one => one.Difference.Aspect, StringComparer.Ordinal).Select(one => one.Difference)];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _theirs.DisposeAsync();
        await _ours.DisposeAsync();
        await _channel.DisposeAsync();
    }

    private async Task<Observation> PlayAsync(Input input, Place place)
    {
        var replies = new List<Reply>();
        foreach (var request in input.Requests)
            replies.Add(await SendAsync(request, place));
        return new(replies, [.. _channel.Requests.Where(call => call.RawTarget.StartsWith(place.Root, StringComparison.Ordinal))]);
    }

    private async Task<Reply> SendAsync(Request request, Place place)
    {
        using var message = request.Make(place);
        using var response = await _http.SendAsync(message);
        var handlers = response.Headers.TryGetValues("x-handlers", out var values) ? string.Join(' ', values) : "";
        return new((int)response.StatusCode, handlers, await response.Content.ReadAsStringAsync());
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var parts = http.Request.Path.Value!.Split('/');
        var place = $"{parts[1]}/{parts[2]}";
        var answers = int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _inputs[number].Connector : [];
        var call = _calls.AddOrUpdate(place, 0, (_, last) => last + 1);
        if (answers.Count == 0)
        {
            await http.Response.WriteAsync($$"""{"id":"m{{call}}"}""");
            return;
        }

        var answer = answers[Math.Min(call, answers.Count - 1)];
        if (answer.Status == 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = answer.Status;
        foreach (var header in answer.Headers.Chunk(2))
            http.Response.Headers[header[0]] = header[1];
        if (answer.Status is not 204)
            await http.Response.WriteAsync(answer.Body);
    }
}
