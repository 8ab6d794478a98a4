using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Login;

/// <summary>Plays a Key Vault that the managed identity may read: secrets with versions, of which the newest counts unless one is named.</summary>
/// <remarks>Source: Azure Key Vault REST API 7.4, "Get Secret".</remarks>
public sealed class SandboxVault
{
    internal const string Resource = "https://vault.azure.net";
    private readonly SandboxWorld world;
    private readonly SandboxLogin login;
    private readonly ConcurrentDictionary<string, List<(string Version, string Value)>> secrets = new();

    internal SandboxVault(SandboxWorld world, SandboxLogin login) => (this.world, this.login) = (world, login);

    /// <summary>Keeps a new version of a secret.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A PFX in Base64 or a PEM, where it is a certificate's.</param>
    /// <returns>The address of the secret, without the version.</returns>
    public string Keep(string name, string value)
    {
        secrets.GetOrAdd(name, _ => []).Add((RandomNumberGenerator.GetHexString(32, lowercase: true), value));
        return new Uri(world.LoginAddress, $"secrets/{name}").AbsoluteUri;
    }

    internal async Task<IResult> ReadAsync(HttpContext http, string name, string? version)
    {
        var header = $"{http.Request.Headers.Authorization}";
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : "";
        if (await login.ReadAsync(token, [ClientAssertions.IssuerOf(world)], [Resource]) is null)
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer authorization=\"{new Uri(world.LoginAddress, SandboxWorld.TenantId)}\", resource=\"{Resource}\"";
            return Refuse(401, "Unauthorized", $"The token must be of the managed identity, for {Resource}.");
        }

        if (http.Request.Query["api-version"].Count == 0)
            return Refuse(400, "BadParameter", "api-version is missing.");
        return secrets.TryGetValue(name, out var versions) && versions.LastOrDefault(one => version is null || one.Version == version) is { Value: { } value } kept
            ? SandboxJson.Answer(200, new JsonObject { ["value"] = value, ["id"] = new Uri(world.LoginAddress, $"secrets/{name}/{kept.Version}").AbsoluteUri })
            : Refuse(404, "SecretNotFound", "There is no such secret, or no such version.");
    }

    private static IResult Refuse(int status, string code, string message) =>
        SandboxJson.Answer(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
