using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrunkBot.Secrets;

/// <summary>Locks a secret away for one request; what was locked for another request, or changed, does not open.</summary>
internal sealed class SecretBox(IDataProtectionProvider keys)
{
    private const string Purpose = "TrunkBot.Secrets.TrunkPassword.v1";

    public string Protect(Secret secret, string requestId) => For(requestId).Protect(secret.Reveal());

    /// <exception cref="SecretUnreadableException">It was made for another request, was changed, or its key is gone.</exception>
    public Secret Unprotect(string locked, string requestId)
    {
        try
        {
            return new Secret(For(requestId).Unprotect(locked));
        }
        catch (CryptographicException)
        {
            throw new SecretUnreadableException(requestId);
        }
    }

    // Request ids are written in any case.
    private IDataProtector For(string requestId) => keys.CreateProtector(Purpose, requestId.ToUpperInvariant());
}

/// <summary>The stored password of a request cannot be opened.</summary>
internal sealed class SecretUnreadableException(string requestId) : Exception(
    $"The stored password of {requestId} can't be read. Its key is missing, or it was changed. Enter the password again.");
