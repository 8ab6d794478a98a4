using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>One call to the API, from the record of it to its answer, with the fault that hits it.</summary>
internal sealed class VideoSdkEndpoint(SandboxVideoSdk api, VideoSdkTokenCheck tokens, SandboxWorld world)
{
    private const int LongestBody = 64 * 1024;

    private readonly record struct Reply(int Status, JsonObject Body);

    internal async Task RunAsync(HttpContext http)
    {
        var text = await ReadAsync(http.Request);
        var body = text is null ? null : SandboxJson.ReadObject(text);
        var request = new VideoSdkRequest(
            Guid.NewGuid().ToString(), world.Clock.GetUtcNow(), http.Request.Method, http.Request.Path.Value ?? "")
        {
            Body = body is null ? null : Masking.Mask(body),
        };
        var fault = api.Faults.Take(request.Method);
        request.Fault = fault?.Kind;
        // It waits before it is on record: whoever sees it there may move the clock.
        var latency = Task.Delay(TimeSpan.FromMilliseconds(fault?.Milliseconds ?? 0), world.Clock, http.RequestAborted);
        api.Requests.Add(request);
        await latency;
        if (fault is { IsAfter: false } && await MisbehaveBeforeAsync(http, request, fault))
            return;
        var reply = await ActAsync(http.Request, text, body);
        if (fault is not null && await MisbehaveAfterAsync(http, request, fault, reply))
            return;
        await WriteAsync(http, request, reply.Status, reply.Body.ToJsonString());
    }

    private async Task<bool> MisbehaveBeforeAsync(HttpContext http, VideoSdkRequest request, Fault fault)
    {
        switch (fault.Kind)
        {
            case "drop-before":
                http.Abort();
                return true;
            case "redirect":
                http.Response.Headers.Location = http.Request.Path.Value;
                await WriteAsync(http, request, 302, "");
                return true;
            case "status":
                await WriteFaultAsync(http, request, fault);
                return true;
            default:
                return false;
        }
    }

    private async Task<bool> MisbehaveAfterAsync(HttpContext http, VideoSdkRequest request, Fault fault, Reply reply)
    {
        switch (fault.Kind)
        {
            case "drop-before" or "drop-after":
                http.Abort();
                return true;
            case "garbage":
                await WriteAsync(http, request, 201, "{\"trunkId\": \"unfinis");
                return true;
            case "no-trunk-id":
                reply.Body.Remove("trunkId");
                await WriteAsync(http, request, 200, reply.Body.ToJsonString());
                return true;
            case "hang":
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            case "status" when fault.IsAfter:
                await WriteFaultAsync(http, request, fault);
                return true;
            default:
                return false;
        }
    }

    private async Task<Reply> ActAsync(HttpRequest request, string? text, JsonObject? body)
    {
        if (await tokens.ObjectionAsync(request.Headers.Authorization) is { } refusal)
            return Refusal(401, refusal);
        var id = request.RouteValues["id"] as string;
        if (request.Method == "GET")
            return Found(api.Find(id!));
        if (text is null)
            return Refusal(413, "The body is too large");
        if (!request.HasJsonContentType())
            return Refusal(415, "The content type must be application/json");
        if (body is null)
            return Refusal(400, "The body is not a JSON object");
        if (TrunkBody.Objection(body) is { } objection)
            return Refusal(400, objection);
        return id is not null ? Found(api.Replace(id, body))
            : api.Create(body) is { } trunk ? new(200, trunk.ToJson())
            : Refusal(402, "The account holds as many trunks as its plan allows");
    }

    private static Reply Found(SandboxTrunk? trunk) =>
        trunk is null ? Refusal(404, "SIP trunk not found") : new(200, trunk.ToJson());

    private static Reply Refusal(int status, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = $"SIP_TRUNK_{status}" });

    private Task WriteFaultAsync(HttpContext http, VideoSdkRequest request, Fault fault)
    {
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = Refusal(fault.Status!.Value, fault.Message ?? "The sandbox was asked to answer like this").Body;
        return WriteAsync(http, request, fault.Status.Value, fault.Status is 204 or 304 ? "" : body.ToJsonString());
    }

    private async Task WriteAsync(HttpContext http, VideoSdkRequest request, int status, string body)
    {
        request.Status = http.Response.StatusCode = status;
        api.Requests.Touch();
        http.Response.Headers["x-request-id"] = request.Id;
        if (body.Length == 0)
            return;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body, http.RequestAborted);
    }

    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var buffer = new char[LongestBody + 1];
        var read = await reader.ReadBlockAsync(buffer, request.HttpContext.RequestAborted);
        return read > LongestBody ? null : new string(buffer, 0, read);
    }
}
