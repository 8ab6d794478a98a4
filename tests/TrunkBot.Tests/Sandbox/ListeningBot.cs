using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TrunkBot.Tests.Sandbox;

/// <summary>Takes what the channel delivers and says nothing.</summary>
public sealed class ListeningBot : IAsyncDisposable
{
    private readonly Channel<(JsonObject Activity, string Authorization)> heard =
        System.Threading.Channels.Channel.CreateUnbounded<(JsonObject, string)>();

    private WebApplication? app;

    public int Status { get; set; } = 200;

    public async Task<Uri> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        app = builder.Build();
        app.UseRouting();
        app.MapPost("/api/messages", HearAsync);
        await app.StartAsync();
        return new Uri(app.Urls.Single() + "/api/messages");
    }

    public async Task<(JsonObject Activity, string Authorization)> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await heard.Reader.ReadAsync(limit.Token);
    }

    public bool HasHeardMore => heard.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HearAsync(HttpContext http)
    {
        var activity = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        await heard.Writer.WriteAsync((activity, http.Request.Headers.Authorization.ToString()));
        http.Response.StatusCode = Status;
    }
}
