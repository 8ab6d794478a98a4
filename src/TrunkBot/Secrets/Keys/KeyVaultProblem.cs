using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace TrunkBot.Secrets.Keys;

/// <summary>Why a secret could not be read from Azure Key Vault, and what to change.</summary>
internal static class KeyVaultProblem
{
    private const string
        NoAnswer = "cannot be read now, since the vault or Azure's login does not answer. Check the host in the address, the network and "
            + "TrustedRootCertificate, then start again.",
        NoIdentity = "cannot be read, since this process has no identity in Azure. Give its machine or container a managed identity, named by "
            + "AZURE_CLIENT_ID if it is a user-assigned one, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.",
        Refused = "cannot be read, since Azure does not accept the identity of this process. Check AZURE_TENANT_ID, AZURE_CLIENT_ID and its secret "
            + "or managed identity, and that the vault belongs to the same tenant.",
        Forbidden = "names a secret that TrunkBot may not read. Give its identity the role Key Vault Secrets User on the vault, let its network "
            + "through the vault's firewall, and check that the secret is enabled.",
        NotThere = "names a secret or a version that the vault does not have. Check the address, and that nobody has deleted the secret.",
        NoVault = "names a host that does not answer as a Key Vault does. Check the address.";

    /// <summary>A sentence that begins with the setting and repeats nothing that was answered; null for what is a bug.</summary>
    public static string? SentenceOf(Exception problem, string setting) => WordsFor(problem) is { } words ? $"{setting} {words}" : null;

    private static string? WordsFor(Exception problem) => problem switch
    {
        CredentialUnavailableException => NoIdentity,
        AuthenticationFailedException => Causes(problem).Any(IsSilence) ? NoAnswer : Refused,
        RequestFailedException { Status: 401 } => Refused,
        RequestFailedException { Status: 403 } => Forbidden,
        RequestFailedException { Status: 404 } => NotThere,
        RequestFailedException or OperationCanceledException or AggregateException when IsSilence(problem) => NoAnswer,
        RequestFailedException or InvalidOperationException or FormatException or JsonException => NoVault,
        _ => null,
    };

    // Nothing came back in time, or nothing that lasts.
    private static bool IsSilence(Exception problem) => problem is HttpRequestException or OperationCanceledException or AggregateException
        or RequestFailedException { Status: 0 or 408 or 429 or >= 500 }
        or MsalServiceException { StatusCode: 408 or 429 or >= 500 };

    private static IEnumerable<Exception> Causes(Exception problem)
    {
        for (var cause = problem.InnerException; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
