using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// Opens connections that trust the system's roots and, where one is configured, one more. A certificate that fails for any reason but
/// an unknown root stays refused.
/// </summary>
public sealed class TrustedRoot
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private readonly X509Certificate2Collection _roots = [];

    /// <param name="pemPath">PEM file with the roots to add; empty for none.</param>
    public TrustedRoot(string pemPath)
    {
        if (pemPath.Length > 0)
            _roots.ImportFromPemFile(pemPath);
    }

    /// <summary>A pooled handler that follows no redirect, since a redirect would carry a token to a host that nobody named.</summary>
    public SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Spans stay ours; the channel has no use for our trace ids.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
        if (_roots.Count > 0)
            handler.SslOptions.RemoteCertificateValidationCallback = Accept;
        return handler;
    }

    private bool Accept(object sender, X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 server || presented is null)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        chain.ChainPolicy.RevocationMode = presented.ChainPolicy.RevocationMode;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(ServerAuthentication));
        return chain.Build(server);
    }
}
