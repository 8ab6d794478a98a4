using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>Answers the requests of Web Chat.</summary>
internal sealed class DirectLineEndpoint(
    DirectLineTokens tokens, DirectLineHost host, DirectLineStreams streams, DirectLineSocket socket)
{
    private const int LongestBody = 256 * 1024;

    /// <summary>How much of a conversation comes at once: drawing more keeps whoever looks waiting.</summary>
    private const int Recent = 20;

    internal IResult Issue(TokenOrder order, HttpRequest request)
    {
        if (SandboxWorld.Find(order.Person) is not { } person)
            return SandboxJson.Refuse(400, $"person must be one of: {string.Join(", ", SandboxWorld.People.Select(one => one.Key))}.");
        if (order.Where is not ("personal" or "room"))
            return SandboxJson.Refuse(400, "where must be personal or room.");
        var place = ConversationTable.Named(order.Where, person, SandboxWorld.WebChat);
        var answer = Describe(new(person, place));
        answer["domain"] = $"{request.Scheme}://{request.Host}/directline";
        answer["userId"] = person.WebChatId;
        answer["userName"] = person.Name;
        var (watermark, earlier) = streams.Of(place).Recent(Recent);
        answer["watermark"] = watermark.ToString(CultureInfo.InvariantCulture);
        answer["earlier"] = earlier;
        return SandboxJson.Answer(200, answer);
    }

    internal async Task<IResult> StartAsync(HttpContext http)
    {
        if (await TicketAsync(http, null) is not { } ticket)
            return Refusal(http);
        host.Open(ticket);
        return SandboxJson.Answer(201, WithStream(http.Request, ticket, null));
    }

    internal async Task<IResult> ResumeAsync(HttpContext http, string conversationId, string? watermark)
    {
        if (await TicketAsync(http, conversationId) is not { } ticket)
            return Refusal(http);
        host.Open(ticket);
        return SandboxJson.Answer(200, WithStream(http.Request, ticket, watermark));
    }

    internal async Task<IResult> RefreshAsync(HttpContext http) =>
        await TicketAsync(http, null) is { } ticket ? SandboxJson.Answer(200, Describe(ticket)) : Refusal(http);

    internal async Task<IResult> ReadAsync(HttpContext http, string conversationId, string? watermark) =>
        await TicketAsync(http, conversationId) is { } ticket
            ? Results.Text(streams.Of(ticket.Place).After(Seen(watermark)), "application/json")
            : Refusal(http);

    internal async Task<IResult> ReadEarlierAsync(HttpContext http, string conversationId, string? before) =>
        await TicketAsync(http, conversationId) is { } ticket
            ? Results.Text(streams.Of(ticket.Place).Before(Seen(before), Recent), "application/json")
            : Refusal(http);

    internal async Task<IResult> SayAsync(HttpContext http, string conversationId)
    {
        if (await TicketAsync(http, conversationId) is not { } ticket)
            return Refusal(http);
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = LongestBody;
        var posted = SandboxJson.ReadObject(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted));
        if (posted is null || DirectLineActivity.Said(posted) is not { } said)
            return Error(400, "BadArgument", "The body must be an activity of type message, event or typing.");
        var (id, taken) = await host.SayAsync(ticket, said);
        return taken
            ? SandboxJson.Answer(200, new JsonObject { ["id"] = id })
            : Error(502, "BotError", "The bot didn't take the activity.");
    }

    internal async Task StreamAsync(HttpContext http, string conversationId, string? watermark, string? t)
    {
        if (await tokens.ReadAsync(t) is not { } ticket || ticket.Place.Id != conversationId)
            http.Response.StatusCode = 403;
        else if (!http.WebSockets.IsWebSocketRequest)
            http.Response.StatusCode = 400;
        else
            await socket.RunAsync(http, streams.Of(ticket.Place), Seen(watermark));
    }

    private async Task<DirectLineTicket?> TicketAsync(HttpContext http, string? conversationId)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        var ticket = await tokens.ReadAsync(header[7..]);
        return conversationId is null || ticket?.Place.Id == conversationId ? ticket : null;
    }

    private JsonObject Describe(DirectLineTicket ticket) => new()
    {
        ["conversationId"] = ticket.Place.Id,
        ["token"] = tokens.Issue(ticket),
        ["expires_in"] = DirectLineTokens.Seconds,
    };

    private JsonObject WithStream(HttpRequest request, DirectLineTicket ticket, string? watermark)
    {
        var answer = Describe(ticket);
        var scheme = request.IsHttps ? "wss" : "ws";
        answer["streamUrl"] = $"{scheme}://{request.Host}/directline/conversations/{ticket.Place.Id}/stream?watermark={Seen(watermark)}&t={answer["token"]}";
        return answer;
    }

    private static long Seen(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private static IResult Refusal(HttpContext http) => http.Request.Headers.Authorization.Count == 0
        ? Error(401, "Unauthorized", "A token is required.")
        : Error(403, "TokenExpired", "The token isn't valid for this conversation, or has expired.");

    private static IResult Error(int status, string code, string message) =>
        SandboxJson.Answer(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
