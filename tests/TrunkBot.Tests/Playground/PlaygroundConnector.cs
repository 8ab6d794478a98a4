using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Tests.Playground;

/// <summary>What the Microsoft 365 Agents Playground answers to a bot that calls it. Source: version 0.2.28, seen from outside.</summary>
internal sealed class PlaygroundConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte> _messages = [];
    private readonly ConcurrentQueue<SentActivity> _calls = [];
    private readonly string[] _conversations;
    private readonly WebApplication _app;
    private long _lastId = 1_795_456_255_000;

    private PlaygroundConnector(string[] conversations)
    {
        _conversations = conversations;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.UseRouting();
        const string Activities = "/_connector/v3/conversations/{conversation}/activities";
        _app.MapPost(Activities, SendAsync);
        _app.MapPost(Activities + "/{id}", SendAsync);
        _app.MapPut(Activities + "/{id}", UpdateAsync);
        _app.MapDelete(Activities + "/{id}", http => RefuseAsync(http, "delete", 501, "DeleteActivityAPINotImplemented"));
        _app.MapFallback(http => RefuseAsync(http, http.Request.Method, 404, "NotFound"));
    }

    public string ServiceUrl => _app.Urls.Single() + "/_connector";

    /// <summary>Every call, refused ones too.</summary>
    public IReadOnlyList<SentActivity> Calls => [.. _calls];

    public static async Task<PlaygroundConnector> StartAsync(params string[] conversations)
    {
        var connector = new PlaygroundConnector(conversations);
        await connector._app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task SendAsync(HttpContext http)
    {
        var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        var type = activity.GetProperty("type").GetString();
        if (!_conversations.Contains(Conversation(http).Split(";messageid=")[0]))
            await RefuseAsync(http, "send", 404, "ConversationNotFound");
        else if (type is "typing" or "trace")
            await AnswerAsync(http, "send", activity, 202, null);
        else if (type != "message")
            await RefuseAsync(http, "send", 400, "BadArgument");
        else
        {
            var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
            _messages[id] = 0;
            await AnswerAsync(http, "send", activity, 201, id);
        }
    }

    private async Task UpdateAsync(HttpContext http)
    {
        var id = (string)http.GetRouteValue("id")!;
        var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        if (_messages.ContainsKey(id))
            await AnswerAsync(http, "update", activity, 200, id);
        else
            await RefuseAsync(http, "update", 404, "ActivityNotFoundInConversation");
    }

    private Task AnswerAsync(HttpContext http, string operation, JsonElement activity, int status, string? id)
    {
        _calls.Enqueue(Call(http, operation, status) with { Activity = activity, ActivityId = id, Acted = true });
        http.Response.StatusCode = status;
        return id is null ? Task.CompletedTask : http.Response.WriteAsync(new JsonObject { ["id"] = id }.ToJsonString());
    }

    private Task RefuseAsync(HttpContext http, string operation, int status, string code)
    {
        _calls.Enqueue(Call(http, operation, status));
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = http.Request.GetDisplayUrl() } }.ToJsonString());
    }

    // It needs no token, and a bot that has none must send none.
    private static SentActivity Call(HttpContext http, string operation, int status) => new()
    {
        Time = DateTimeOffset.UnixEpoch,
        Operation = operation,
        Status = status,
        ConversationId = Conversation(http),
        ReplyToId = http.GetRouteValue("id") as string,
        Authorized = http.Request.Headers.Authorization.Count > 0,
    };

    private static string Conversation(HttpContext http) => http.GetRouteValue("conversation") as string ?? "";
}
