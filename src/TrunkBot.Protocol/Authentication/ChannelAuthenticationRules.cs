using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Protocol.Connector;

namespace TrunkBot.Protocol.Authentication;

/// <summary>Says everything that is wrong with the settings, one sentence each. The start stops unless there is nothing to say.</summary>
public sealed class ChannelAuthenticationRules(HostSurroundings surroundings, TimeProvider time) : IValidateOptions<ChannelAuthenticationOptions>
{
    /// <summary>Every problem at once; empty when the bot may start. No sentence repeats a secret.</summary>
    public static IReadOnlyList<string> ProblemsOf(ChannelAuthenticationOptions options, HostSurroundings surroundings, DateTimeOffset now) =>
    [
        .. options.MicrosoftAppId.Length == 0 ? Anonymous(options, surroundings) : [.. Identity(options), .. BotCredentialRules.ProblemsOf(options, now)],
        .. Addresses(options),
        .. ServiceHosts(options),
        .. RootCertificate(options.TrustedRootCertificate),
    ];

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ChannelAuthenticationOptions options) =>
        ProblemsOf(options, surroundings, time.GetUtcNow()) is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Anonymous(ChannelAuthenticationOptions options, HostSurroundings surroundings)
    {
        if (!options.AllowAnonymousLoopback)
        {
            yield return "MicrosoftAppId is missing. Set it to the application (client) id of the bot's Entra app: without it the bot can't tell the channel from a stranger.";
            yield break;
        }

        if (!surroundings.IsDevelopment)
            yield return "AllowAnonymousLoopback works only in the Development environment. Set MicrosoftAppId, or start with ASPNETCORE_ENVIRONMENT=Development.";
        if (surroundings.ListeningAddresses.Count == 0 || !surroundings.ListeningAddresses.All(Loopback.IsListeningAddress))
            yield return "AllowAnonymousLoopback works only while the bot listens on loopback addresses alone. Listen on http://localhost:3978, for example.";
        if (options.MicrosoftAppPassword.Length > 0)
            yield return "MicrosoftAppPassword is set, but MicrosoftAppId isn't. Set both, or neither with AllowAnonymousLoopback.";
        if (options.MicrosoftAppCredential is not { Kind: BotCredentialKinds.Secret, CertificatePath: "", KeyVaultSecret: "", ManagedIdentity: "" })
            yield return "MicrosoftAppCredential is set, but MicrosoftAppId isn't. Set both, or neither with AllowAnonymousLoopback.";
    }

    private static IEnumerable<string> Identity(ChannelAuthenticationOptions options)
    {
        if (!Guid.TryParseExact(options.MicrosoftAppId, "D", out _))
            yield return "MicrosoftAppId isn't a GUID. Copy the application (client) id of the bot's Entra app.";
        if (options.AllowAnonymousLoopback)
            yield return "AllowAnonymousLoopback works only without MicrosoftAppId. Remove one of the two.";
        if (options.MicrosoftAppType is not (BotAppTypes.SingleTenant or BotAppTypes.MultiTenant or BotAppTypes.UserAssignedMSI))
            yield return $"MicrosoftAppType is \"{options.MicrosoftAppType}\". Use SingleTenant, MultiTenant or UserAssignedMSI.";
        if (options.MicrosoftAppType is BotAppTypes.SingleTenant or BotAppTypes.UserAssignedMSI && options.MicrosoftAppTenantId.Length == 0)
            yield return $"MicrosoftAppTenantId is missing. A {options.MicrosoftAppType} bot belongs to one tenant, so set that tenant's id.";
        if (options.MicrosoftAppTenantId.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            yield return "MicrosoftAppTenantId is neither a GUID nor a domain. Copy the directory (tenant) id of the bot's Entra app.";
        if (options.MicrosoftAppType == BotAppTypes.MultiTenant && ChannelAddresses.Of(options).LoginUrl.Length == 0)
            yield return "ToChannelFromBotLoginUrl is missing. Set it, because this cloud has no known sign-in address for a MultiTenant bot.";
    }

    private static IEnumerable<string> Addresses(ChannelAuthenticationOptions options)
    {
        if (ChannelCloud.Find(options.ChannelService) is null)
            yield return $"ChannelService isn't a known cloud. Leave it empty, or use {string.Join(", ", ChannelCloud.All.Skip(1).SkipLast(1).Select(c => c.ChannelService))} or {ChannelCloud.All[^1].ChannelService}.";
        var metadata = options.ToBotFromChannelOpenIdMetadataUrl;
        if (metadata.Length > 0 && !(Uri.TryCreate(metadata, UriKind.Absolute, out var url) && Loopback.IsSecure(url)))
            yield return "ToBotFromChannelOpenIdMetadataUrl must be an https address (http for loopback only).";
        if (options.OAuthUrl.Length > 0 && !(Uri.TryCreate(options.OAuthUrl, UriKind.Absolute, out var service) && Loopback.IsSecure(service)))
            yield return "OAuthUrl must be an https address (http for loopback only).";
        if (options.GraphUrl.Length > 0 && !(Uri.TryCreate(options.GraphUrl, UriKind.Absolute, out var graph) && Loopback.IsSecure(graph)))
            yield return "GraphUrl must be an https address (http for loopback only).";
        // Compared character by character with the token's, so only blanks around it are surely a mistake.
        if (options.ToBotFromChannelTokenIssuer != options.ToBotFromChannelTokenIssuer.Trim())
            yield return "ToBotFromChannelTokenIssuer begins or ends in a space. Remove it.";
        var login = options.ToChannelFromBotLoginUrl;
        if (login.Length > 0 && !(Uri.TryCreate(login, UriKind.Absolute, out var authority)
                && authority.Scheme == Uri.UriSchemeHttps && authority.AbsolutePath.Trim('/').Length > 0))
            yield return "ToChannelFromBotLoginUrl must be an https address that ends in the tenant, like https://login.microsoftonline.com/<tenant>.";
        if (options.ToChannelFromBotOAuthScope.Any(char.IsWhiteSpace))
            yield return "ToChannelFromBotOAuthScope must be one scope without spaces.";
    }

    private static IEnumerable<string> ServiceHosts(ChannelAuthenticationOptions options)
    {
        var hosts = ChannelAddresses.Of(options).ServiceHosts;
        if (hosts.Count == 0 && !options.IsAnonymous)
            yield return "TrustedServiceHosts is missing. Set it to the host of the channel's service address, because this cloud has no known one.";
        foreach (var host in hosts.Where(host => !TrustedServices.IsHost(host)))
            yield return $"TrustedServiceHosts holds \"{host}\", which isn't a host. Write host or host:port, without scheme, path or wildcard.";
    }

    private static IEnumerable<string> RootCertificate(string path)
    {
        if (path.Length == 0)
            yield break;
        if (!File.Exists(path))
            yield return $"TrustedRootCertificate names {path}, which doesn't exist.";
        else if (!HoldsCertificate(path))
            yield return $"TrustedRootCertificate names {path}, which isn't a PEM file with a certificate.";
    }

    private static bool HoldsCertificate(string path)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(path);
            return found.Count > 0;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
