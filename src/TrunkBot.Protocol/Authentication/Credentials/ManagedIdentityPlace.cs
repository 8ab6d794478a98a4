using Microsoft.Extensions.Configuration;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>Where the machine that the bot runs on gives out tokens of its managed identities.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="Header">A header that only somebody on the machine can send.</param>
/// <param name="HeaderValue">Its value, a secret on App Service.</param>
/// <param name="ApiVersion">The version of the interface.</param>
/// <remarks>
/// Sources: App Service and Container Apps, "REST endpoint reference" of managed identities (<c>IDENTITY_ENDPOINT</c>, <c>IDENTITY_HEADER</c>); Azure virtual
/// machines, "Get a token using HTTP". <c>AZURE_POD_IDENTITY_AUTHORITY_HOST</c> is Azure.Identity's name for another host of the second one.
/// </remarks>
internal sealed record ManagedIdentityPlace(Uri Endpoint, string Header, string HeaderValue, string ApiVersion)
{
    /// <summary>The place that the platform's own variables name, or the virtual machine's.</summary>
    public static ManagedIdentityPlace Of(IConfiguration configuration) =>
        configuration["IDENTITY_HEADER"] is { Length: > 0 } secret && Uri.TryCreate(configuration["IDENTITY_ENDPOINT"], UriKind.Absolute, out var endpoint)
            ? new ManagedIdentityPlace(endpoint, "X-IDENTITY-HEADER", secret, "2019-08-01")
            : new ManagedIdentityPlace(new Uri(Host(configuration), "/metadata/identity/oauth2/token"), "Metadata", "true", "2018-02-01");

    private static Uri Host(IConfiguration configuration) =>
        Uri.TryCreate(configuration["AZURE_POD_IDENTITY_AUTHORITY_HOST"], UriKind.Absolute, out var host) ? host : new Uri("http://169.254.169.254");
}
