using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Hosting;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>From an HTTP request to a turn and back: who calls, what does it say, may it, and what is the answer.</summary>
/// <remarks>
/// Answers 401 for a caller that is not proved, 403 for one that is not wanted, 413 for a long body, 415 for a packed one (no channel packs, and a
/// small one can unpack into much), 400 for one that is no activity;
/// none of them with a word of detail. An invoke that nobody handles is answered 501, everything else 200, as the Bot Framework does.
/// </remarks>
public sealed partial class CloudAdapter(
    ChannelTokenValidator tokens, ConnectorClient connector, IOptions<BotEndpointOptions> limits, IEnumerable<IActivityAdmission> admissions,
    TurnBoundary turns, ILogger<CloudAdapter> log)
{
    private const int InitialBody = 4096;

    /// <summary>Handles one request to the bot's endpoint.</summary>
    public async Task ProcessAsync(HttpContext http)
    {
        var verdict = await tokens.ValidateAsync(http.Request.Headers.Authorization, http.RequestAborted);
        if (verdict.Token is not { } token)
        {
            http.Response.StatusCode = verdict.Status;
            return;
        }

        if (token.IsAnonymous && LocalCaller.Refuse(http.Request) is { } refusal)
        {
            LogNotTaken(log, refusal.Reason);
            http.Response.StatusCode = refusal.Status;
            return;
        }

        var (activity, problem) = await ReadAsync(http);
        if (activity is null)
            http.Response.StatusCode = problem;
        else if (!token.Covers(activity))
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (!connector.Trusts(activity.ServiceUrl))
            RefuseService(http);
        else if (!admissions.All(admission => admission.Admits(activity)))
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            await AnswerAsync(http, await turns.RunAsync(activity), token.IsAnonymous);
    }

    // Nothing could be answered there, so nothing is begun.
    private void RefuseService(HttpContext http)
    {
        LogNotTrusted(log);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task<(Activity? Activity, int Problem)> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > limits.Value.RequestBody)
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (!http.Request.Headers.ContentEncoding.All(encoding => encoding is null or "" or "identity"))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limits.Value.RequestBody;
        try
        {
            var body = new ArrayBufferWriter<byte>(InitialBody);
            while (await http.Request.Body.ReadAsync(body.GetMemory(), http.RequestAborted) is > 0 and var count)
                body.Advance(count);
            var read = ActivityReading.Of(body.WrittenSpan);
            if (read.Problem is { } problem)
                LogNotTaken(log, problem);
            return (read.Activity, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode);
        }
    }

    private static async Task AnswerAsync(HttpContext http, InvokeResponse answer, bool isAnonymous)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Body is not { } body)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, isAnonymous ? AnonymousBanner.On(body) : body, ProtocolJsonContext.Default.JsonElement);
    }

    [LoggerMessage(22, LogLevel.Warning, "An activity was refused: its service address isn't on TrustedServiceHosts.")]
    private static partial void LogNotTrusted(ILogger log);

    [LoggerMessage(23, LogLevel.Warning, "A request was refused: {Reason}.")]
    private static partial void LogNotTaken(ILogger log, string reason);
}
