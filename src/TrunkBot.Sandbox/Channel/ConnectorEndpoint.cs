using System.Globalization;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.Login;

namespace TrunkBot.Sandbox.Channel;

/// <summary>Runs one call to the connector: token, limits, fault, the act itself, the record of it, the answer.</summary>
internal sealed class ConnectorEndpoint(SandboxChannel channel, SandboxLogin login, SandboxWorld world)
{
    internal async Task RunAsync(HttpContext http, string operation, Func<JsonObject?, ConnectorReply> act)
    {
        var body = SandboxJson.ReadObject(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted));
        var call = Describe(http, operation, body) with { Authorized = await login.IsOursAsync(http.Request.Headers.Authorization) };
        if (!call.Authorized)
        {
            await AnswerAsync(http, call, ConnectorReply.Error(401, "Unauthorized", "Authorization has been denied for this request."));
            return;
        }
        if (channel.Throttle.Refuse(operation, call.ConversationId is { } id ? Conversation.WithoutThread(id) : null, call.Time) is { } pause)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(http, call, ConnectorReply.Error(429, CodeOf(429), "Too many requests."));
            return;
        }
        var fault = channel.Faults.Take(http.Request.Method, call.ConversationId);
        if (fault?.Milliseconds is { } milliseconds)
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), world.Clock, http.RequestAborted);
        var reply = fault is { Kind: not "latency", IsAfter: false } ? new ConnectorReply(0) : act(body);
        await AnswerAsync(http, call, fault is null or { Kind: "latency" } ? reply : Misbehave(http, fault, reply));
    }

    private SentActivity Describe(HttpContext http, string operation, JsonObject? body) => new()
    {
        Time = world.Clock.GetUtcNow(),
        Operation = operation,
        ConversationId = http.Request.RouteValues["conversationId"] as string,
        Reaction = http.Request.RouteValues["reaction"] as string,
        ReplyToId = operation == "send" ? http.Request.RouteValues["activityId"] as string : null,
        Activity = body is null ? null : SandboxJson.Freeze(body),
    };

    private static ConnectorReply Misbehave(HttpContext http, Fault fault, ConnectorReply reply)
    {
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (fault.Kind == "drop")
            return reply with { Status = 0 };
        var error = ConnectorReply.Error(fault.Status!.Value, fault.Code ?? CodeOf(fault.Status.Value), fault.Message ?? "The sandbox was asked to answer like this.");
        return reply with { Status = error.Status, Body = error.Body };
    }

    private async Task AnswerAsync(HttpContext http, SentActivity call, ConnectorReply reply)
    {
        channel.Record(call with
        {
            Status = reply.Status,
            Acted = reply.Acted,
            ActivityId = reply.ActivityId ?? http.Request.RouteValues["activityId"] as string,
        });
        if (reply.Status == 0)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = reply.Status;
        if (reply.Body is null)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(reply.Body.ToJsonString(), http.RequestAborted);
    }

    private static string CodeOf(int status) => status switch
    {
        403 => "BotNotInConversationRoster",
        404 => "ConversationNotFound",
        412 => "PreconditionFailed",
        413 => "MessageSizeTooBig",
        429 => "Throttled",
        >= 500 => "ServiceError",
        _ => "BadSyntax",
    };
}
