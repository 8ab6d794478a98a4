using System.Collections.Concurrent;
using TrunkBot.Tests.VideoSdk;

namespace TrunkBot.Tests.Promises;

/// <summary>A VideoSDK that takes creates and answers each of them when it is told to, and how. Of a trunk that it was asked for it says what the test has given it.</summary>
internal sealed class HeldVideoSdk : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _asked = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> _answers = new();
    private readonly ConcurrentDictionary<string, string> _trunks = new();
    private readonly RawServer _server;

    private HeldVideoSdk() => _server = new RawServer(async connection =>
    {
        var (posts, text) = (_server!.Posts, _server.Received.Length);
        await connection.ReadRequestAsync();
        var request = _server.Received[text..];
        if (request.StartsWith("GET", StringComparison.Ordinal))
        {
            var id = request.Split(' ')[1].Split('/')[^1];
            await connection.WriteAsync(_trunks.TryGetValue(id, out var trunk) ? RawServer.Answer("200 OK", trunk) : RawServer.Answer("404 Not Found", "{}"));
            return;
        }

        _asked.GetOrAdd(posts + 1, _ => new()).TrySetResult();
        await connection.WriteAsync(await _answers.GetOrAdd(posts + 1, _ => new()).Task);
    });

    public static HeldVideoSdk Start() => new();

    public string Address => _server.Address;

    public int Posts => _server.Posts;

    /// <summary>When the n-th create has arrived.</summary>
    public Task Asked(int create) => _asked.GetOrAdd(create, _ => new()).Task.WaitAsync(TimeSpan.FromMinutes(2));

    public void Answer(int create, string status, string body, string headers = "") =>
        _answers.GetOrAdd(create, _ => new()).TrySetResult(RawServer.Answer(status, body, headers));

    public void Creates(int create, string trunkId) => Answer(create, "200 OK", $$"""{"trunkId":"{{trunkId}}"}""");

    /// <summary>What a GET of this trunk is answered.</summary>
    public void Shows(string trunkId, string body) => _trunks[trunkId] = body;

    public async ValueTask DisposeAsync()
    {
        foreach (var answer in _answers.Values)
            answer.TrySetCanceled();
        await _server.DisposeAsync();
    }
}
