using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Access.Graph;

/// <summary>
/// Calls to Microsoft Graph. Each has five seconds, for somebody waits for it. After one that was not answered there is a pause, and after one that was
/// throttled the pause that Graph asks for: until then nothing is sent, and nobody waits.
/// </summary>
/// <remarks>
/// Sources: Microsoft Graph v1.0; "Microsoft Graph throttling guidance" (<c>Retry-After</c>). Not the package Microsoft.Graph: of it two calls would be used,
/// and each start and each build would bear the rest.
/// </remarks>
internal sealed class GraphCalls(IServiceProvider services, GraphHttp http, TimeProvider clock, ILogger<GraphCalls> log)
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(5), Pause = TimeSpan.FromSeconds(10), LongestPause = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private DateTimeOffset _silentUntil = DateTimeOffset.MinValue;

    // Fetched when it is needed: it stands on settings of its own, and what is wrong with those is not for this room to say.
    private GraphAccess Graph => services.GetRequiredService<GraphAccess>();

    /// <summary>Where a path of version 1.0 is.</summary>
    public Uri Address(string path) => new($"{Graph.Root.AbsoluteUri.TrimEnd('/')}/v1.0/{path}");

    /// <summary>The address of the next page; null after the last one.</summary>
    /// <exception cref="GraphException">It leads somewhere else, where the token has no business.</exception>
    public Uri? NextPage(JsonElement page)
    {
        if (!page.TryGetProperty("@odata.nextLink", out var link))
            return null;
        return Uri.TryCreate(link.GetString(), UriKind.Absolute, out var next) && Address("").IsBaseOf(next) ? next : throw new GraphException("its next page is elsewhere");
    }

    /// <summary>What Graph answers; null where it does not know what was asked about.</summary>
    /// <exception cref="GraphException">It does not answer, or not in time.</exception>
    public async Task<JsonElement?> AskAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken ct)
    {
        if (Paused() is { } reason)
            throw new GraphException(reason);
        using var late = new CancellationTokenSource(LongestCall, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await AskOnceAsync(method, address, body, either.Token);
        }
        catch (Exception silent) when (!ct.IsCancellationRequested && silent is HttpRequestException or OperationCanceledException or JsonException or BotTokenException)
        {
            throw Silent(silent switch
            {
                BotTokenException token => $"there is no token for it ({token.Code})",
                OperationCanceledException => "it took more than five seconds",
                JsonException => "its answer can't be read",
                _ => "it can't be reached",
            }, Pause);
        }
    }

    private async Task<JsonElement?> AskOnceAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken ct)
    {
        var token = await Graph.Tokens.GetAsync(ct) ?? throw new GraphException("the bot has no identity");
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = token;
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.Client.SendAsync(request, ct);
        if (response.StatusCode is HttpStatusCode.NotFound)
            return null;
        if (response.StatusCode is HttpStatusCode.Unauthorized)
            Graph.Tokens.Drop(token);
        if (!response.IsSuccessStatusCode)
            throw Silent(string.Create(CultureInfo.InvariantCulture, $"it answered {(int)response.StatusCode}"), PauseOf(response));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
        return answer.RootElement.Clone();
    }

    private string? Paused()
    {
        lock (_lock)
            return clock.GetUtcNow() < _silentUntil ? "it did not answer a moment ago" : null;
    }

    private GraphException Silent(string reason, TimeSpan pause)
    {
        lock (_lock)
            _silentUntil = clock.GetUtcNow() + pause;
        log.GraphSilent(reason, pause.TotalSeconds);
        return new GraphException(reason);
    }

    private TimeSpan PauseOf(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - clock.GetUtcNow()) : null;
        return asked is { } told && told > Pause ? (told < LongestPause ? told : LongestPause) : Pause;
    }
}

/// <summary>Microsoft Graph could not be asked. Holds nothing of its answer.</summary>
internal sealed class GraphException(string reason) : Exception($"Microsoft Graph could not be asked: {reason}.");
