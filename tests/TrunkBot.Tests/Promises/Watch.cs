using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>A world in which everything that leaves the bot, and everything that it keeps, is searched for one password.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private static readonly string[] s_pages =
    [
        "sandbox/activities", "sandbox/videosdk/requests", "sandbox/videosdk/trunks", "sandbox/login/requests", "sandbox/people",
        "sandbox/faults", "sandbox/connector/faults", "sandbox/login/faults",
    ];

    private readonly ConcurrentQueue<Activity> _traces = new();
    private readonly List<Heard> _answers = [];
    private readonly List<(string Place, string Content)> _seen = [];
    private readonly ActivityListener _listener;
    private readonly HttpClient _reader = new();

    private Watch(Company world, string password)
    {
        (World, Canary) = (world, new Canary(password));
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _traces.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Company World { get; }

    public Canary Canary { get; }

    public (string Id, string Value)[] Form => Story.With(Canary.Value);

    public static async Task<Watch> StartAsync(string password, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>();
        foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient" })
            all[$"Logging:LogLevel:{category}"] = "Trace";
        foreach (var (key, value) in settings)
            all[key] = value;
        return new Watch(await Company.StartAsync(new CompanyOptions { LogLevel = LogLevel.Trace, Settings = all }), password);
    }

    /// <summary>Keeps what the bot answered over HTTP.</summary>
    public async Task<Heard> HearAsync(Task<Heard> said)
    {
        var heard = await said;
        _answers.Add(heard);
        return heard;
    }

    /// <summary>Keeps what somebody saw elsewhere.</summary>
    public void Saw(string place, string content) => _seen.Add((place, content));

    /// <summary>Searches everywhere.</summary>
    public async Task AssertCleanAsync(string when)
    {
        Assert.Contains(World.Log.Lines, line => line.StartsWith("Trace Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains(World.Log.Lines, line => line.StartsWith("Debug Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.NotEmpty(_traces);
        await foreach (var (place, content) in EverywhereAsync())
        {
            if (Canary.FoundIn(content) is { } spelling)
                Assert.Fail($"The password stands {spelling} in {place}, {when}: {Excerpt(content)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _reader.Dispose();
        await World.DisposeAsync();
    }

    private async IAsyncEnumerable<(string Place, byte[] Content)> EverywhereAsync()
    {
        foreach (var file in Directory.GetFiles(World.Folder, "*", SearchOption.AllDirectories))
            yield return (Path.GetFileName(file), await ReadAsync(file));
        foreach (var line in World.Log.Lines)
            yield return ("the log", Encoding.UTF8.GetBytes(line));
        foreach (var call in World.Sandbox.Channel.Calls)
            yield return ("an activity", Encoding.UTF8.GetBytes(call.Activity?.GetRawText() ?? ""));
        foreach (var answer in _answers)
            yield return ("an answer", Encoding.UTF8.GetBytes(answer.Delivery.Body?.GetRawText() ?? ""));
        foreach (var (place, content) in _seen)
            yield return (place, Encoding.UTF8.GetBytes(content));
        foreach (var trace in _traces)
            yield return ("a trace", Encoding.UTF8.GetBytes(Text(trace)));
        foreach (var page in s_pages)
            yield return (page, await _reader.GetByteArrayAsync(new Uri(World.Sandbox.Address, page)));
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        // Held by the process alone, and empty.
        if (file.EndsWith(".lock", StringComparison.Ordinal))
            return [];
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await open.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static string Text(Activity trace) => string.Join("\n",
        [
            trace.DisplayName, trace.OperationName, trace.StatusDescription,
            .. trace.TagObjects.Concat(trace.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}"),
            .. trace.Baggage.Select(pair => $"{pair.Key}={pair.Value}"),
        ]);

    private static string Excerpt(byte[] content) => Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, 2000)));
}
