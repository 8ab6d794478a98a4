using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>Tokens of a managed identity, from the machine that the bot runs on. What is throttled, starting or failing there is asked again.</summary>
/// <remarks>
/// Sources: Azure virtual machines, "Get a token using HTTP", error handling and retry guidance: 404 and 410 while it starts or is updated, 429, and 5xx are
/// repeated with growing pauses, five times at most; npm @azure/identity 4.13.1, <c>imdsRetryPolicy</c>: after a 410 for 70 seconds at least. Not MSAL's own:
/// that one reads the variables of the process, and waits by the machine's clock.
/// </remarks>
internal sealed class ManagedIdentity(ManagedIdentityPlace place, string clientId, HttpClient http, TimeProvider time)
{
    private const int MostTries = 6;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <param name="resource">Such as <c>https://api.botframework.com</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BotTokenException">There is none to be had.</exception>
    public async Task<IssuedToken> GetTokenAsync(string resource, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (token, code, pause) = await AskAsync(resource, tries, cancellationToken);
            if (token is not null)
                return token;
            if (pause is not { } wait || tries == MostTries)
                throw BotTokenException.OfManagedIdentity(code, mayPass: pause is not null);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<(IssuedToken? Token, string Code, TimeSpan? Pause)> AskAsync(string resource, int tries, CancellationToken cancellationToken)
    {
        var growing = TimeSpan.FromSeconds(Math.Pow(2, tries - 1));
        try
        {
            using var request = Request(resource);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return (Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)), "", null);
            var status = (int)response.StatusCode;
            var code = string.Create(CultureInfo.InvariantCulture, $"status_{status}");
            return (null, code, status is 404 or 408 or 410 or 429 or >= 500 ? Longer(status is 410 ? growing * 3 : growing, response.Headers.RetryAfter) : null);
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, "unreachable", growing);
        }
        catch (Exception unfit) when (unfit is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw BotTokenException.OfManagedIdentity("answer_unreadable", mayPass: false);
        }
    }

    private HttpRequestMessage Request(string resource)
    {
        var query = $"api-version={place.ApiVersion}&resource={Uri.EscapeDataString(resource)}";
        if (clientId.Length > 0)
            query += $"&client_id={Uri.EscapeDataString(clientId)}";
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(place.Endpoint) { Query = query }.Uri);
        request.Headers.Add(place.Header, place.HeaderValue);
        return request;
    }

    private TimeSpan Longer(TimeSpan growing, RetryConditionHeaderValue? asked)
    {
        var told = asked?.Delta ?? (asked?.Date - time.GetUtcNow()) ?? TimeSpan.Zero;
        var longer = told > growing ? told : growing;
        return longer < LongestPause ? longer : LongestPause;
    }

    // Both endpoints write the numbers as texts.
    private IssuedToken Read(byte[] body)
    {
        using var answer = JsonDocument.Parse(body);
        var token = answer.RootElement.GetProperty("access_token").GetString() ?? throw new FormatException("There is no token.");
        var end = long.Parse(answer.RootElement.GetProperty("expires_on").ToString(), CultureInfo.InvariantCulture);
        return new IssuedToken(token, DateTimeOffset.FromUnixTimeSeconds(end) - time.GetUtcNow());
    }
}
