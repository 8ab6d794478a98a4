using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>The bot's certificate in Azure Key Vault, which a managed identity reads.</summary>
/// <remarks>
/// Source: Azure Key Vault REST API 7.4, "Get Secret": a certificate's secret is its PFX in Base64, or its PEM. The token goes to the vaults of the bot's
/// cloud alone.
/// </remarks>
internal sealed class CertificateInVault(VaultAddress address, string resource, ManagedIdentity identity, HttpClient http) : IBotCertificate
{
    public async Task<X509Certificate2> ReadAsync(CancellationToken cancellationToken)
    {
        var token = await identity.GetTokenAsync(resource, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Secret, "?api-version=7.4"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw Refused((int)response.StatusCode);
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return CertificateContent.Open(Bytes(body.RootElement.GetProperty("value").GetString() ?? ""), "");
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new UnfitCertificateException("vault_unreachable", "can't be read now, because the vault doesn't answer") { MayPass = true };
        }
        catch (Exception unfit) when (unfit is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UnfitCertificateException("vault_answer_unreadable", "names a host that doesn't answer like a Key Vault, or a secret that holds no certificate");
        }
    }

    private static UnfitCertificateException Refused(int status) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"vault_{status}"),
        "can't be read. Check that the secret is there, and that the identity has the role Key Vault Secrets User")
    { MayPass = status is 408 or 429 or >= 500 };

    private static byte[] Bytes(string value) =>
        value.Contains("-----BEGIN ", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(value) : Convert.FromBase64String(value);
}

/// <summary>Where a secret is in a vault of the bot's cloud.</summary>
/// <param name="Secret">Its address, with or without a version.</param>
internal sealed record VaultAddress(Uri Secret)
{
    /// <summary>The address that a text is; null where it is none of a secret in this cloud's vaults, or on this machine.</summary>
    public static VaultAddress? Read(string text, string vaultHosts) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" }
        && (Loopback.Is(uri) || (uri.IsDefaultPort && uri.Host.EndsWith("." + vaultHosts, StringComparison.OrdinalIgnoreCase)))
        && uri.Segments is ["/", "secrets/", var name, ..] && name.Trim('/').Length > 0 && uri.Segments.Length <= 4
            ? new VaultAddress(uri)
            : null;
}
