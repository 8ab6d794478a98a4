using Microsoft.AspNetCore.DataProtection.KeyManagement;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.Keys;

internal static class KeyRing
{
    /// <summary>Makes sure that every key opens. A ring that cannot be read is not silently begun anew: what it has locked would be lost.</summary>
    public static void Open(IKeyManager ring, IKeyPlace place)
    {
        if (ring.GetAllKeys().FirstOrDefault(key => !key.IsRevoked && !Opens(key)) is { } closed)
            throw new StartException(KeysTexts.KeyDoesNotOpen(closed.KeyId, place.Remedy));
    }

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
