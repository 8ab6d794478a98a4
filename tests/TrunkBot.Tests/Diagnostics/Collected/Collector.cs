using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using TrunkBot.Diagnostics;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Diagnostics.Collected;

/// <summary>A collector: takes what a bot exports, and keeps the greatest number of every series.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Measured> _samples = [];
    private readonly ConcurrentQueue<Traced> _spans = [];
    private volatile IReadOnlyDictionary<string, Measured> _latest = new Dictionary<string, Measured>();

    private Collector()
    {
        var builder = BareBuilder.Create();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v1/metrics", async (HttpRequest request) => Take(await BodyAsync(request)));
        _app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            foreach (var span in Traced.Of(new ProtoMessage(await BodyAsync(request))))
                _spans.Enqueue(span);
        });
        _app.MapPost("/v1/{other}", async (HttpRequest request) => { await BodyAsync(request); });
    }

    /// <summary>By which settings a bot exports to this.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Every series that there ever was.</summary>
    public IReadOnlyCollection<Measured> Samples => [.. _samples.Values];

    /// <summary>Every span.</summary>
    public IReadOnlyCollection<Traced> Spans => [.. _spans];

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Has a bot export what it measures itself: meters are known by their name to all listeners of a process, and many bots run in this one.</summary>
    public static void OnlyItsOwn(IServiceCollection services) => services.ConfigureOpenTelemetryMeterProvider((provider, metrics) =>
    {
        var mine = provider.GetRequiredService<IMeterFactory>();
        metrics.AddView(instrument => instrument.Meter.Scope is IMeterFactory factory && factory != mine ? MetricStreamConfiguration.Drop : null);
    });

    /// <summary>What a bot exports now.</summary>
    public async Task<IReadOnlyDictionary<string, Measured>> AskAsync(WebApplication bot)
    {
        await bot.Services.GetRequiredService<StandingReader>().ReadAsync(CancellationToken.None);
        Assert.True(bot.Services.GetRequiredService<MeterProvider>().ForceFlush());
        return _latest;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Take(byte[] body)
    {
        var samples = Otlp.Metrics(new ProtoMessage(body)).ToDictionary(sample => sample.Series);
        foreach (var (series, sample) in samples)
            _samples.AddOrUpdate(series, sample, (_, before) => before.Value > sample.Value ? before : sample);
        _latest = samples;
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
