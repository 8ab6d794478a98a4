namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>Says everything that is wrong with the bot's own credential, one sentence each.</summary>
internal static class BotCredentialRules
{
    private const string Section = nameof(ChannelAuthenticationOptions.MicrosoftAppCredential);

    public static IEnumerable<string> ProblemsOf(ChannelAuthenticationOptions options, DateTimeOffset now) => options.MicrosoftAppType switch
    {
        BotAppTypes.UserAssignedMSI => OfManagedIdentity(options),
        _ => options.MicrosoftAppCredential.Kind switch
        {
            BotCredentialKinds.Secret => OfSecret(options),
            BotCredentialKinds.Certificate => [.. NoSecret(options), .. OfCertificate(options, now), .. Identity(options, isNeeded: false)],
            BotCredentialKinds.Federated => [.. NoSecret(options), .. NoCertificate(options), .. Identity(options, isNeeded: true)],
            var kind => [$"{Section}:Kind is \"{kind}\". Use Secret, Certificate or Federated."],
        },
    };

    private static IEnumerable<string> OfManagedIdentity(ChannelAuthenticationOptions options)
    {
        if (options.MicrosoftAppCredential is not { Kind: BotCredentialKinds.Secret, CertificatePath: "", KeyVaultSecret: "", ManagedIdentity: "" })
            yield return $"{Section} is set, but a UserAssignedMSI bot is a managed identity itself and has no other credential. Remove it.";
        if (options.MicrosoftAppPassword.Length > 0)
            yield return "MicrosoftAppPassword is set, but a UserAssignedMSI bot has no secret. Remove it.";
    }

    private static IEnumerable<string> OfSecret(ChannelAuthenticationOptions options)
    {
        if (options.MicrosoftAppPassword.Length == 0)
            yield return "MicrosoftAppPassword is missing. Set it to the value of a client secret of the bot's Entra app.";
        foreach (var problem in NoCertificate(options))
            yield return problem;
        if (options.MicrosoftAppCredential.ManagedIdentity.Length > 0)
            yield return $"{Section}:ManagedIdentity is set, but {Section}:Kind is Secret. Set it to Federated or Certificate, or remove the identity.";
    }

    private static IEnumerable<string> NoSecret(ChannelAuthenticationOptions options)
    {
        if (options.MicrosoftAppPassword.Length > 0)
            yield return $"MicrosoftAppPassword is set as well, but {Section}:Kind is {options.MicrosoftAppCredential.Kind}. Remove one of the two.";
    }

    private static IEnumerable<string> NoCertificate(ChannelAuthenticationOptions options)
    {
        var credential = options.MicrosoftAppCredential;
        if (credential.CertificatePath.Length > 0 || credential.KeyVaultSecret.Length > 0)
            yield return $"{Section}:{(credential.CertificatePath.Length > 0 ? "CertificatePath" : "KeyVaultSecret")} is set, but {Section}:Kind is {credential.Kind}. "
                + "Set it to Certificate, or remove the certificate.";
    }

    private static IEnumerable<string> OfCertificate(ChannelAuthenticationOptions options, DateTimeOffset now)
    {
        var credential = options.MicrosoftAppCredential;
        var vaults = ChannelAddresses.Of(options).VaultHosts;
        if ((credential.CertificatePath.Length > 0) == (credential.KeyVaultSecret.Length > 0))
            yield return credential.CertificatePath.Length > 0
                ? $"{Section}:CertificatePath and {Section}:KeyVaultSecret are both set. Remove one of them."
                : $"{Section}:CertificatePath is missing. Set it to a PFX or PEM file, or set {Section}:KeyVaultSecret to an address in Azure Key Vault.";
        else if (credential.KeyVaultSecret.Length > 0 && VaultAddress.Read(credential.KeyVaultSecret, vaults) is null)
            yield return $"{Section}:KeyVaultSecret must be the address of a secret in this cloud, like https://example.{vaults}/secrets/bot.";
        else if (credential.CertificatePath.Length > 0 && ProblemOf(new CertificateFile(credential.CertificatePath, credential.CertificatePassword), now) is { } problem)
            yield return $"{Section}:CertificatePath {problem}.";
    }

    private static IEnumerable<string> Identity(ChannelAuthenticationOptions options, bool isNeeded)
    {
        var identity = options.MicrosoftAppCredential.ManagedIdentity;
        if (identity.Length == 0 ? isNeeded : !Guid.TryParseExact(identity, "D", out _))
            yield return $"{Section}:ManagedIdentity {(identity.Length == 0 ? "is missing" : "isn't a GUID")}. "
                + "Set it to the client id of a user-assigned managed identity.";
        else if (identity.Length > 0 && string.Equals(identity, options.MicrosoftAppId, StringComparison.OrdinalIgnoreCase))
            yield return $"{Section}:ManagedIdentity is the bot's own app id. Set it to the client id of the managed identity that vouches for it.";
    }

    private static string? ProblemOf(CertificateFile file, DateTimeOffset now)
    {
        try
        {
            CertificateContent.Judged(file.Read(), now).Dispose();
            return null;
        }
        catch (UnfitCertificateException unfit)
        {
            return unfit.What;
        }
    }
}
