using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Credentials;

/// <summary>What is said at the start of a credential that would not work.</summary>
public sealed class CredentialSettingsTests : IDisposable
{
    private const string Section = CredentialCompany.Section, Identity = "60000000-0000-4000-8000-0000000000f1", AppId = "20000000-0000-4000-8000-000000000b07";
    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-credential-");

    public static TheoryData<string, string> Unfit => new()
    {
        { "absent.pfx", "names a file that can't be read" },
        { "no certificate.pfx", "names a certificate that doesn't open" },
        { "other password.pfx", "names a certificate that doesn't open" },
        { "without key.pem", "names a certificate without its private key" },
        { "elliptic.pfx", "isn't RSA" },
        { "ended.pfx", "names a certificate that ended on 2" },
        { "too early.pfx", "names a certificate that begins only on 2" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_certificate_that_is_no_use_is_named_with_the_reason(string file, string reason)
    {
        Make(file);
        var problem = Assert.Single(ProblemsOf(credential => (credential.Kind, credential.CertificatePath, credential.CertificatePassword) = ("Certificate", PathOf(file), Certificates.Password)));
        Assert.StartsWith($"{Section}:CertificatePath ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Certificates.Password, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_certificate_an_address_in_a_vault_and_an_identity_have_no_problem()
    {
        Make("good.pfx");
        Assert.Empty(ProblemsOf(credential => (credential.Kind, credential.CertificatePath, credential.CertificatePassword) = ("Certificate", PathOf("good.pfx"), Certificates.Password)));
        Assert.Empty(ProblemsOf(credential => (credential.Kind, credential.KeyVaultSecret) = ("Certificate", "https://example.vault.azure.net/secrets/bot")));
        Assert.Empty(ProblemsOf(credential => (credential.Kind, credential.ManagedIdentity) = ("Federated", Identity)));
        Assert.Empty(ProblemsOf(_ => { }, options => options.MicrosoftAppType = "UserAssignedMSI"));
    }

    [Theory]
    [InlineData("Password", "", "", "", "", ":Kind is \"Password\". Use Secret, Certificate or Federated.")]
    [InlineData("Secret", "a.pfx", "", "", "secret", ":CertificatePath is set, but")]
    [InlineData("Secret", "", "", Identity, "secret", ":ManagedIdentity is set, but")]
    [InlineData("Certificate", "", "", "", "", ":CertificatePath is missing")]
    [InlineData("Certificate", "a.pfx", "https://example.vault.azure.net/secrets/bot", "", "", "are both set")]
    [InlineData("Certificate", "", "https://example.vault.azure.net/secrets/bot", "", "secret", "MicrosoftAppPassword is set as well")]
    [InlineData("Certificate", "", "https://example.com/secrets/bot", "", "", ":KeyVaultSecret must be the address of a secret")]
    [InlineData("Certificate", "", "https://vault.azure.net.example.com/secrets/bot", "", "", ":KeyVaultSecret must be the address of a secret")]
    [InlineData("Certificate", "", "https://example.vault.azure.net/keys/bot", "", "", ":KeyVaultSecret must be the address of a secret")]
    [InlineData("Certificate", "", "http://example.vault.azure.net/secrets/bot", "", "", ":KeyVaultSecret must be the address of a secret")]
    [InlineData("Certificate", "", "https://example.vault.azure.net/secrets/bot", "me", "", ":ManagedIdentity isn't a GUID")]
    [InlineData("Federated", "", "", "", "", ":ManagedIdentity is missing")]
    [InlineData("Federated", "", "", AppId, "", ":ManagedIdentity is the bot's own app id")]
    [InlineData("Federated", "a.pfx", "", Identity, "", ":CertificatePath is set, but")]
    [InlineData("Federated", "", "", Identity, "secret", "MicrosoftAppPassword is set as well")]
    public void Settings_that_do_not_go_together_are_one_sentence_that_says_what_to_change(
        string kind, string path, string vault, string identity, string secret, string said)
    {
        var problem = Assert.Single(ProblemsOf(
            credential => (credential.Kind, credential.CertificatePath, credential.KeyVaultSecret, credential.ManagedIdentity) = (kind, path, vault, identity),
            options => options.MicrosoftAppPassword = secret));
        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bot_that_is_a_managed_identity_has_no_other_credential() => Assert.Equal(2, ProblemsOf(
        credential => credential.Kind = "Certificate",
        options => (options.MicrosoftAppType, options.MicrosoftAppPassword) = ("UserAssignedMSI", "secret")).Count);

    public void Dispose() => _folder.Delete(recursive: true);

    private static IReadOnlyList<string> ProblemsOf(Action<BotCredentialOptions> credential, Action<ChannelAuthenticationOptions>? change = null)
    {
        var options = new ChannelAuthenticationOptions { MicrosoftAppId = AppId, MicrosoftAppTenantId = "10000000-0000-4000-8000-00000000c0de" };
        credential(options.MicrosoftAppCredential);
        change?.Invoke(options);
        return ChannelAuthenticationRules.ProblemsOf(options, new HostSurroundings(false, ["http://localhost:3978"]), s_now);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private void Make(string file)
    {
        switch (file)
        {
            case "absent.pfx":
                break;
            case "no certificate.pfx":
                File.WriteAllText(PathOf(file), "nothing");
                break;
            case "other password.pfx":
                File.WriteAllBytes(PathOf(file), CredentialCompany.First.Export(X509ContentType.Pfx, "another"));
                break;
            case "without key.pem":
                File.WriteAllText(PathOf(file), CredentialCompany.First.ExportCertificatePem());
                break;
            case "elliptic.pfx":
                using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
                    Write(file, new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256), from: -1, to: 30);
                break;
            default:
                using (var key = RSA.Create(2048))
                    Write(file, new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), file switch { "too early.pfx" => 1, _ => -9 }, file switch { "ended.pfx" => -1, _ => 30 });
                break;
        }
    }

    private void Write(string file, CertificateRequest request, int from, int to)
    {
        using var certificate = request.CreateSelfSigned(s_now.AddDays(from), s_now.AddDays(to));
        File.WriteAllBytes(PathOf(file), certificate.Export(X509ContentType.Pfx, Certificates.Password));
    }
}
