using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace TrunkBot.Protocol.Authentication;

/// <summary>The two pooled clients that the library speaks through: one for public documents and logins, one for the connector.</summary>
internal sealed class ChannelHttp : IMsalHttpClientFactory, IDisposable
{
    private const int MaxAnswer = 4 * 1024 * 1024;

    public ChannelHttp(IOptions<ChannelAuthenticationOptions> options)
    {
        var roots = new TrustedRoot(options.Value.TrustedRootCertificate);
        Login = Create(roots, TimeSpan.FromSeconds(10));
        Connector = Create(roots, TimeSpan.FromSeconds(30));
        Connector.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>For keys, metadata and logins.</summary>
    public HttpClient Login { get; }

    /// <summary>For the connector.</summary>
    public HttpClient Connector { get; }

    HttpClient IMsalHttpClientFactory.GetHttpClient() => Login;

    public void Dispose()
    {
        Login.Dispose();
        Connector.Dispose();
    }

    private static HttpClient Create(TrustedRoot roots, TimeSpan timeout)
    {
        var http = new HttpClient(roots.CreateHandler()) { Timeout = timeout, MaxResponseContentBufferSize = MaxAnswer };
        var version = typeof(ChannelHttp).Assembly.GetName().Version!.ToString(3);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("TrunkBot", version));
        return http;
    }
}
