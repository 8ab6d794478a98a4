using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace TrunkBot.Secrets.Keys;

/// <summary>Why a secret could not be read from Azure Key Vault, and what to change.</summary>
internal static class KeyVaultProblem
{
    /// <summary>A sentence that begins with the setting and repeats nothing that was answered; null for what is a bug.</summary>
    public static string? SentenceOf(Exception problem, string setting) => problem switch
    {
        CredentialUnavailableException => KeysTexts.NoIdentity(setting),
        AuthenticationFailedException => Causes(problem).Any(IsSilence) ? KeysTexts.NoAnswer(setting) : KeysTexts.Refused(setting),
        RequestFailedException { Status: 401 } => KeysTexts.Refused(setting),
        RequestFailedException { Status: 403 } => KeysTexts.Forbidden(setting),
        RequestFailedException { Status: 404 } => KeysTexts.NotThere(setting),
        RequestFailedException or OperationCanceledException or AggregateException when IsSilence(problem) => KeysTexts.NoAnswer(setting),
        RequestFailedException or InvalidOperationException or FormatException or JsonException => KeysTexts.NoVault(setting),
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
