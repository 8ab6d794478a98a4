using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrunkBot.Load.Children;

/// <summary>
/// What a bot on this machine cannot be faster than: a bare Kestrel that parses the activity and posts one reply. It proves nobody, knows
/// nobody and keeps nothing.
/// </summary>
internal static class Floor
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        app.MapGet("/health/live", context => context.Response.WriteAsync("live"));
        app.MapPost("/api/messages", context => AnswerAsync(context, http));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient http)
    {
        var heard = await JsonSerializer.DeserializeAsync(context.Request.Body, FloorJson.Default.FloorActivity);
        var (conversation, id) = (Uri.EscapeDataString(heard!.Conversation!.Id), Uri.EscapeDataString(heard.Id!));
        var address = $"{heard.ServiceUrl}v3/conversations/{conversation}/activities/{id}";
        var reply = new FloorActivity
        {
            Type = "message",
            ChannelId = heard.ChannelId,
            From = heard.Recipient,
            Recipient = heard.From,
            Conversation = heard.Conversation,
            ReplyToId = heard.Id,
            Text = "You said: " + heard.Text,
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.FloorActivity));
        content.Headers.ContentType = new("application/json");
        using var answer = await http.PostAsync(address, content);
        context.Response.StatusCode = answer.IsSuccessStatusCode ? 200 : 502;
    }
}

internal sealed record FloorAccount(string Id, string? Name);

internal sealed record FloorActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public FloorAccount? From { get; init; }

    public FloorAccount? Recipient { get; init; }

    public FloorAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;
