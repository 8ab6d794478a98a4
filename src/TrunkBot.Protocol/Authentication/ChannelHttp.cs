using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace TrunkBot.Protocol.Authentication;

/// <summary>The pooled clients that the library speaks through: for public documents and logins, for the connector, and for the machine that it runs on.</summary>
internal sealed class ChannelHttp : IMsalHttpClientFactory, IDisposable
{
    private const int MaxAnswer = 4 * 1024 * 1024;

    public ChannelHttp(IOptions<ChannelAuthenticationOptions> options)
    {
        var roots = new TrustedRoot(options.Value.TrustedRootCertificate);
        Login = Create(roots.CreateHandler(), TimeSpan.FromSeconds(10));
        Connector = Create(roots.CreateHandler(), TimeSpan.FromSeconds(30));
        var direct = roots.CreateHandler();
        direct.UseProxy = false;
        Machine = Create(direct, TimeSpan.FromSeconds(10));
        Connector.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>For keys, metadata and logins.</summary>
    public HttpClient Login { get; }

    /// <summary>For the connector.</summary>
    public HttpClient Connector { get; }

    /// <summary>For managed identities, whose endpoint is on the machine and never behind a proxy.</summary>
    public HttpClient Machine { get; }

    HttpClient IMsalHttpClientFactory.GetHttpClient() => Login;

    public void Dispose()
    {
        Login.Dispose();
        Connector.Dispose();
        Machine.Dispose();
    }

    private static HttpClient Create(SocketsHttpHandler handler, TimeSpan timeout)
    {
        var http = new HttpClient(handler) { Timeout = timeout, MaxResponseContentBufferSize = MaxAnswer };
        var version = typeof(ChannelHttp).Assembly.GetName().Version!.ToString(3);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("TrunkBot", version));
        return http;
    }
}
