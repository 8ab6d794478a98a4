using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using TrunkBot.Secrets.OneTimePage;

namespace TrunkBot.Operations.Checking;

/// <summary>Does something answer at the messaging endpoint, as TrunkBot does to a stranger?</summary>
internal sealed class EndpointCheck(IOptions<OneTimePageOptions> options) : IOutsideCheck
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsOn)
            return [new NotVerified(CheckTexts.NoPublicUrl)];
        var endpoint = $"{options.Value.Address.AbsoluteUri.TrimEnd('/')}/api/messages";
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = s_longest };
            using var body = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(new Uri(endpoint), body, ct);
            return
            [
                (int)answer.StatusCode switch
                {
                    401 => new Good(CheckTexts.EndpointAnswers(endpoint)),
                    502 or 503 or 504 => new NotVerified(CheckTexts.EndpointSilent(endpoint)),
                    var status => new NotGood(CheckTexts.EndpointIsAnother(endpoint, status)),
                },
            ];
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return [new NotVerified(CheckTexts.EndpointSilent(endpoint))];
        }
    }
}
