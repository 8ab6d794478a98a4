using System.Security.Cryptography;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.Keys;

/// <summary>Reads secrets of Azure Key Vault at the start, as whoever this process is in Azure.</summary>
internal sealed class KeyVault(string trustedRootCertificate) : IDisposable
{
    // For everything that is read: whoever starts a program does not wait for minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30), LongestCall = TimeSpan.FromSeconds(10);

    // What AZURE_TOKEN_CREDENTIALS may ask for. Its other values are credentials of a developer's machine.
    private static readonly string[] OfServers = ["prod", "EnvironmentCredential", "WorkloadIdentityCredential", "ManagedIdentityCredential"];

    private readonly Lazy<HttpClient> _http = new(() => Connect(trustedRootCertificate));
    private readonly CancellationTokenSource _late = new(Longest);
    private TokenCredential? _identity;

    /// <summary>The value of the secret whose address a setting holds.</summary>
    /// <exception cref="StartException">There is none to be had.</exception>
    public string Read(string setting, string address)
    {
        if (!IsSecret(address, out var secret))
            throw new StartException(KeysTexts.NoAddress(setting));
        _identity ??= Identify();
        try
        {
            var client = new SecretClient(secret.VaultUri, _identity, Bounded(new SecretClientOptions()));
            return client.GetSecretAsync(secret.Name, secret.Version, cancellationToken: _late.Token)
                .WaitAsync(_late.Token).GetAwaiter().GetResult().Value.Value;
        }
        catch (Exception problem) when (KeyVaultProblem.SentenceOf(problem, setting) is { } sentence)
        {
            // The inner exception stays out: it repeats what vault and login have answered.
            throw new StartException(sentence);
        }
    }

    public void Dispose()
    {
        _late.Dispose();
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private static bool IsSecret(string address, out KeyVaultSecretIdentifier secret)
    {
        secret = default;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" }
            && uri.AbsolutePath.StartsWith("/secrets/", StringComparison.Ordinal)
            && KeyVaultSecretIdentifier.TryCreate(uri, out secret)
            && secret.Name.Length > 0;
    }

    private static HttpClient Connect(string trustedRootCertificate)
    {
        try
        {
            return new HttpClient(new TrustedRoot(trustedRootCertificate).CreateHandler());
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(KeysTexts.NoPem(trustedRootCertificate));
        }
    }

    // As Azure's own variables or a managed identity say; nobody is logged in on a server. Browser and shared cache are left out unasked.
    private DefaultAzureCredential Identify()
    {
        var chosen = Environment.GetEnvironmentVariable(DefaultAzureCredential.DefaultEnvironmentVariableName)?.Trim();
        if (!string.IsNullOrEmpty(chosen) && !OfServers.Contains(chosen, StringComparer.OrdinalIgnoreCase))
            throw new StartException(KeysTexts.NoServersCredential(OfServers));
        try
        {
            return new DefaultAzureCredential(Bounded(new DefaultAzureCredentialOptions
            {
                ExcludeVisualStudioCredential = true,
                ExcludeVisualStudioCodeCredential = true,
                ExcludeAzureCliCredential = true,
                ExcludeAzurePowerShellCredential = true,
                ExcludeAzureDeveloperCliCredential = true,
                ExcludeBrokerCredential = true,
            }));
        }
        catch (Exception unfit) when (unfit is ArgumentException or FormatException)
        {
            throw new StartException(KeysTexts.AzureVariables);
        }
    }

    private T Bounded<T>(T options)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(_http.Value);
        options.Retry.NetworkTimeout = LongestCall;
        return options;
    }
}
