using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Connector;

/// <summary>Makes calls: shows the token, renews it once, repeats what may be repeated, and says of a failure what it left behind.</summary>
internal sealed class ConnectorCalls(HttpClient http, BotTokenSource tokens, CallMeasures measures, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<T?> MakeAsync<T>(ConnectorCall call, ConnectorAnswer<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await MakeOnceAsync(call, answer, cancellationToken);
            }
            catch (ConnectorException failure) when (call.IsRepeatable && RetryPause.After(tries, failure) is { } pause)
            {
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private async Task<T?> MakeOnceAsync<T>(ConnectorCall call, ConnectorAnswer<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        var began = measures.Begin();
        using var span = Spans.Send(CallMeasures.OperationOf(call.Method));
        try
        {
            using var response = await SendWithTokenAsync(call, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw await FailureAsync(response, cancellationToken);
            var read = await ReadAsync(response, answer, cancellationToken);
            measures.Ended(began, call.Method, null);
            return read;
        }
        catch (ConnectorException failure)
        {
            measures.Ended(began, call.Method, failure);
            Spans.Failed(span, CallMeasures.OutcomeOf(failure));
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(cancellationToken);
        var response = await SendAsync(call, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || token is null)
            return response;
        response.Dispose();
        tokens.Drop(token);
        return await SendAsync(call, await TokenAsync(cancellationToken), cancellationToken);
    }

    private async ValueTask<AuthenticationHeaderValue?> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(cancellationToken);
        }
        catch (BotTokenException failure)
        {
            throw new ConnectorException(failure.Message, ConnectorOutcome.Refused, failure) { Code = failure.Code, MayPass = failure.MayPass };
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        ConnectorCall call, AuthenticationHeaderValue? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.Authorization = token;
        if (call.Body is { } body)
            request.Content = new ReadOnlyMemoryContent(token is null ? AnonymousBanner.On(body) : body) { Headers = { ContentType = Json } };
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw Lost(failure, NeverLeft(failure) ? ConnectorOutcome.Refused : ConnectorOutcome.Unknown);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Lost(failure, ConnectorOutcome.Unknown);
        }
    }

    private static ConnectorException Lost(Exception failure, ConnectorOutcome outcome) => new(
        outcome == ConnectorOutcome.Refused ? "The connector can't be reached." : "The connector's answer was lost.", outcome, failure)
    { MayPass = true };

    private static bool NeverLeft(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private async Task<ConnectorException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        // A request that timed out on its way (408) or failed over there (5xx) may have been worked on; every other refusal is one.
        var outcome = status is 408 or >= 500 ? ConnectorOutcome.Unknown : ConnectorOutcome.Refused;
        var code = await CodeAsync(response, cancellationToken);
        return new ConnectorException($"The connector answered {status}{(code is null ? "" : $" ({code})")}.", outcome)
        {
            Status = status,
            Code = code,
            RetryAfter = RetryPause.Read(response.Headers.RetryAfter, time),
            MayPass = status is 408 or 412 or 429 or 502 or 503 or 504,
        };
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var error = JsonSerializer.Deserialize(body, ProtocolJsonContext.Default.ConnectorError);
            // It ends in logs: a name, not a text of the other side.
            return error?.Error?.Code is { Length: > 0 and <= 64 } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, ConnectorAnswer<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (JsonSerializer.Deserialize(body, answer.Type) is { } read)
                return read;
        }
        catch (JsonException) when (!answer.IsRequired)
        {
            return null;
        }
        catch (JsonException failure)
        {
            throw Unreadable(response, failure);
        }

        return answer.IsRequired ? throw Unreadable(response, null) : null;
    }

    private static ConnectorException Unreadable(HttpResponseMessage response, JsonException? failure) =>
        new("The connector's answer can't be read.", ConnectorOutcome.Unknown, failure) { Status = (int)response.StatusCode };
}
