using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TrunkBot.Tests.World.Cloud;

/// <summary>A Key Vault: asks for a token of its own resource, and hands out versions of secrets.</summary>
internal sealed class FakeVault
{
    public const string Host = "trunkbot.vault.azure.net";

    private readonly ConcurrentDictionary<string, List<Kept>> _secrets = new();

    /// <summary>For which resource it wants a token.</summary>
    public string Resource { get; set; } = FakeLogin.Resource;

    /// <summary>What it does to whoever has a token, instead of answering well.</summary>
    public Func<HttpContext, Task>? OnRead { get; set; }

    /// <summary>The Authorization header of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Every value that it has ever handed out.</summary>
    public IEnumerable<string> Values => _secrets.Values.SelectMany(versions => versions).Select(version => version.Value);

    /// <summary>A new version of a certificate's secret.</summary>
    /// <returns>Its address.</returns>
    public string Keep(string name, X509Certificate2 certificate, string contentType = "application/x-pkcs12") => Keep(
        name,
        contentType == "application/x-pkcs12"
            ? Convert.ToBase64String(certificate.Export(X509ContentType.Pfx))
            : Pem(certificate),
        contentType);

    public string Keep(string name, string value, string contentType)
    {
        var kept = new Kept(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), value, contentType);
        _secrets.GetOrAdd(name, _ => []).Add(kept);
        return $"{Address(name)}/{kept.Version}";
    }

    public static string Pem(X509Certificate2 certificate) =>
        $"{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n";

    /// <summary>The address of the newest version, whichever that is.</summary>
    public static string Address(string name) => $"https://{Host}/secrets/{name}";

    public static Task RefuseAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { code, message = FakeLogin.Answer } });
    }

    public void Map(WebApplication app)
    {
        app.MapGet("/secrets/{name}/{version?}", ReadAsync).RequireHost(Host);
        app.MapFallback(http => RefuseAsync(http, 404, "NotFound"));
    }

    private Task ReadAsync(HttpContext http, string name, string? version)
    {
        Asked.Enqueue(http.Request.Headers.Authorization.ToString());
        if (http.Request.Headers.Authorization != $"Bearer {FakeLogin.Token}")
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer authorization=\"https://{FakeLogin.Host}/{FakeLogin.Tenant}\", resource=\"{Resource}\"";
            return RefuseAsync(http, 401, "Unauthorized");
        }

        if (OnRead is { } otherwise)
            return otherwise(http);
        return _secrets.TryGetValue(name, out var versions) && versions.LastOrDefault(one => version is null || one.Version == version) is { } kept
            ? AnswerAsync(http, name, kept)
            : RefuseAsync(http, 404, "SecretNotFound");
    }

    private static Task AnswerAsync(HttpContext http, string name, Kept kept) => http.Response.WriteAsJsonAsync(new
    {
        value = kept.Value,
        contentType = kept.ContentType,
        id = $"{Address(name)}/{kept.Version}",
        attributes = new { enabled = true, created = 1767225600, updated = 1767225600, recoveryLevel = "Recoverable" },
    });

    private sealed record Kept(string Version, string Value, string ContentType);
}
