using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Access.Graph;

/// <summary>The connections to Microsoft Graph.</summary>
internal sealed class GraphHttp(IOptions<ChannelAuthenticationOptions> options) : IDisposable
{
    private const int MaxAnswer = 4 * 1024 * 1024;

    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(new TrustedRoot(options.Value.TrustedRootCertificate).CreateHandler())
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MaxAnswer,
    });

    public HttpClient Client => _client.Value;

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }
}
