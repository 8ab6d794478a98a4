using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace TrunkBot.Secrets.Keys;

/// <summary>Why a secret could not be read from Azure Key Vault, and what to change.</summary>
internal static class KeyVaultProblem
{
    /// <summary>A sentence that begins with the setting and repeats nothing that was answered; null for what is a bug.</summary>
    public static string? SentenceOf(Exception problem, string setting) => WordsFor(problem) is { } words ? $"{setting} {words}" : null;

    private static string? WordsFor(Exception problem) => problem switch
    {
        CredentialUnavailableException => KeysTexts.NoIdentity,
        AuthenticationFailedException => Causes(problem).Any(IsSilence) ? KeysTexts.NoAnswer : KeysTexts.Refused,
        RequestFailedException { Status: 401 } => KeysTexts.Refused,
        RequestFailedException { Status: 403 } => KeysTexts.Forbidden,
        RequestFailedException { Status: 404 } => KeysTexts.NotThere,
        RequestFailedException or OperationCanceledException or AggregateException when IsSilence(problem) => KeysTexts.NoAnswer,
        RequestFailedException or InvalidOperationException or FormatException or JsonException => KeysTexts.NoVault,
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
