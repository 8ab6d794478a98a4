using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Cloud;

namespace TrunkBot.Tests.Secrets;

/// <summary>A Key Vault that does not give the certificate stops the start, with one sentence that says what to change.</summary>
public sealed class KeyVaultTroubleTests : IAsyncLifetime
{
    private const string
        NoAnswer = "can't be read now, because the vault or Azure's sign-in doesn't answer. Check the host in the address, the network and TrustedRootCertificate, then start again.",
        NoIdentity = "can't be read, because this process has no identity in Azure. Give its machine or container a managed identity, named by AZURE_CLIENT_ID if it is a user-assigned one, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.",
        Refused = "can't be read, because Azure doesn't accept the identity of this process. Check AZURE_TENANT_ID, AZURE_CLIENT_ID and its secret or managed identity, and that the vault belongs to the same tenant.",
        Forbidden = "names a secret that TrunkBot has no right to read. Give its identity the role Key Vault Secrets User on the vault, let its network through the vault's firewall, and check that the secret is enabled.",
        NotThere = "names a secret or a version that the vault doesn't have. Check the address, and that nobody has deleted the secret.",
        NoVault = "names a host that doesn't answer like a Key Vault. Check the address.",
        NoCertificate = "names a secret that holds no certificate with an RSA private key. It has to be a PFX file in Base64 or a PEM, as the secret of a certificate in Key Vault is if the certificate's key is RSA and exportable.",
        NoAddress = "must be the address of a secret, like https://example.vault.azure.net/secrets/trunkbot-keys/<version>. Azure shows one for a certificate too.";

    private static readonly Dictionary<string, (string Says, Func<FakeAzure, (string Key, string? Value)> Make)> s_troubles = new()
    {
        ["nobody gave it an identity"] = (NoIdentity, _ => ("IDENTITY_ENDPOINT", null)),
        ["another identity than its machine has"] = (Refused, azure => Identifies(azure, http => FakeLogin.RefuseAsync(http, 400, "invalid_request"))),
        ["an identity of another tenant"] = (Refused, azure => Reads(azure, http => FakeVault.RefuseAsync(http, 401, "Unauthorized"))),
        ["a role that is missing"] = (Forbidden, azure => Reads(azure, http => FakeVault.RefuseAsync(http, 403, "Forbidden"))),
        ["no such secret"] = (NotThere, _ => (KeyVaultWorld.Setting, FakeVault.Address("trunkbot-key"))),
        ["no such version"] = (NotThere, _ => (KeyVaultWorld.Setting, $"{FakeVault.Address(KeyVaultWorld.Name)}/0123456789abcdef0123456789abcdef")),
        ["no such vault"] = (NoAnswer, _ => (KeyVaultWorld.Setting, "https://nobody.vault.azure.net/secrets/trunkbot-keys")),
        ["a vault that is busy"] = (NoAnswer, azure => Reads(azure, http => FakeVault.RefuseAsync(http, 429, "Throttled"))),
        ["an untrusted certificate of the vault"] = (NoAnswer, _ => ("TrustedRootCertificate", null)),
        ["a host that wants a token for something else"] = (NoVault, azure => Wants(azure, "https://management.azure.com")),
        ["a page instead of a secret"] = (NoVault, azure => Reads(azure, http => http.Response.WriteAsync("<html>Welcome</html>"))),
        ["a secret that is a text"] = (NoCertificate, azure => Kept(azure, "a password that somebody keeps there", "")),
        ["a certificate whose key cannot be exported"] = (NoCertificate, azure => Kept(azure, WithoutKey())),
        ["a certificate with an elliptic key"] = (NoCertificate, azure => Kept(azure, Elliptic())),
        ["a key of another certificate"] = (NoCertificate, azure => Kept(azure, Mixed(), "application/x-pem-file")),
        ["an address without https"] = (NoAddress, _ => (KeyVaultWorld.Setting, "http://trunkbot.vault.azure.net/secrets/trunkbot-keys")),
        ["the address of the certificate"] = (NoAddress, _ => (KeyVaultWorld.Setting, "https://trunkbot.vault.azure.net/certificates/trunkbot-keys/1")),
        ["a name instead of an address"] = (NoAddress, _ => (KeyVaultWorld.Setting, "trunkbot-keys")),
    };

    private KeyVaultWorld _world = null!;

    public static TheoryData<string> Troubles => [.. s_troubles.Keys];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task The_check_says_what_to_change_and_repeats_nothing_that_was_answered(string trouble)
    {
        var (says, make) = s_troubles[trouble];
        var (code, said) = await BotProcess.CheckAsync(_world.Settings(changes: make(_world.Azure)));
        Assert.Equal((1, $"TrunkBot can't start:\n- {KeyVaultWorld.Setting} {says}"), (code, said));
        _world.AssertNothingLeakedInto(said);
    }

    [Fact]
    public async Task The_start_says_the_same_of_an_old_certificate()
    {
        var start = () => _world.StartBotsAsync(1, ("Secrets:OldCertificates:0:KeyVaultSecret", FakeVault.Address("gone")));
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(start);
        Assert.EndsWith($"TrunkBot can't start:\n- Secrets:OldCertificates:0:KeyVaultSecret {NotThere}", problem.Message.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AZURE_CLIENT_SECRET", "not the right one", Refused)]
    [InlineData("AZURE_TENANT_ID", "another.example", Refused)]
    public async Task What_is_wrong_with_a_service_principal_is_said_too(string variable, string value, string says)
    {
        var (code, said) = await BotProcess.CheckAsync(_world.Settings("a secret", (variable, value)));
        Assert.Equal((1, $"TrunkBot can't start:\n- {KeyVaultWorld.Setting} {says}"), (code, said));
        _world.AssertNothingLeakedInto(said);
    }

    [Theory]
    [InlineData("AZURE_TENANT_ID", "my tenant", "The AZURE_ variables of this process don't fit. Check AZURE_TENANT_ID,")]
    [InlineData("AZURE_AUTHORITY_HOST", "http://login.microsoftonline.com", "The AZURE_ variables of this process don't fit. Check AZURE_TENANT_ID, and remove AZURE_AUTHORITY_HOST")]
    [InlineData("AZURE_AUTHORITY_HOST", "the login", "The AZURE_ variables of this process don't fit. Check AZURE_TENANT_ID, and remove AZURE_AUTHORITY_HOST")]
    [InlineData("AZURE_TOKEN_CREDENTIALS", "AzureCliCredential", "AZURE_TOKEN_CREDENTIALS asks for a credential that a server doesn't have.")]
    [InlineData("TrustedRootCertificate", "/nowhere.pem", "TrustedRootCertificate names /nowhere.pem, which isn't a PEM file with a certificate.")]
    public async Task What_is_wrong_around_the_vault_is_named_as_well(string variable, string value, string says)
    {
        var (code, said) = await BotProcess.CheckAsync(_world.Settings("a secret", (variable, value)));
        Assert.Equal(1, code);
        Assert.StartsWith($"TrunkBot can't start:\n- {says}", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split('\n').Length);
    }

    [Fact]
    public async Task A_login_that_fails_is_not_taken_for_one_that_refuses()
    {
        _world.Azure.Login.OnLogin = http => FakeLogin.RefuseAsync(http, 503, "temporarily_unavailable");
        var (_, said) = await BotProcess.CheckAsync(_world.Settings("a secret"));
        Assert.Equal($"TrunkBot can't start:\n- {KeyVaultWorld.Setting} {NoAnswer}", said);
    }

    [Fact]
    public async Task Nobody_waits_for_minutes_until_a_silent_login_vault_or_network_answers()
    {
        using var network = new TcpListener(IPAddress.Loopback, 0);
        network.Start();
        _world.Azure.Login.OnLogin = _world.Azure.Vault.OnRead = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var ended = await Task.WhenAll(
            BotProcess.CheckAsync(_world.Settings("a secret")),
            BotProcess.CheckAsync(_world.Settings()),
            BotProcess.CheckAsync(_world.Settings(changes: ("HTTPS_PROXY", $"http://{network.LocalEndpoint}"))));
        Assert.All(ended, end => Assert.Equal((1, $"TrunkBot can't start:\n- {KeyVaultWorld.Setting} {NoAnswer}"), end));
    }

    [Fact]
    public async Task Whoever_is_no_Key_Vault_gets_no_token_and_none_is_asked_for()
    {
        await BotProcess.CheckAsync(_world.Settings(changes: ("TrustedRootCertificate", null)));
        await BotProcess.CheckAsync(_world.Settings(changes: Wants(_world.Azure, "https://management.azure.com")));
        Assert.Empty(_world.Azure.Login.Asked);
        Assert.All(_world.Azure.Vault.Asked, Assert.Empty);
    }

    public async Task InitializeAsync() => _world = await KeyVaultWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static (string, string?) Reads(FakeAzure azure, Func<HttpContext, Task> read)
    {
        azure.Vault.OnRead = read;
        return (KeyVaultWorld.Setting, FakeVault.Address(KeyVaultWorld.Name));
    }

    private static (string, string?) Identifies(FakeAzure azure, Func<HttpContext, Task> identify)
    {
        azure.Login.OnManagedIdentity = identify;
        return (KeyVaultWorld.Setting, FakeVault.Address(KeyVaultWorld.Name));
    }

    private static (string, string?) Wants(FakeAzure azure, string resource)
    {
        azure.Vault.Resource = resource;
        return (KeyVaultWorld.Setting, FakeVault.Address(KeyVaultWorld.Name));
    }

    private static (string, string?) Kept(FakeAzure azure, string value, string contentType = "application/x-pkcs12") =>
        (KeyVaultWorld.Setting, azure.Vault.Keep(KeyVaultWorld.Name, value, contentType));

    private static string WithoutKey() => Pfx(X509CertificateLoader.LoadCertificate(Certificates.Create("public").RawData));

    private static string Elliptic()
    {
        using var root = new TestRoot();
        return Pfx(root.Issue("elliptic"));
    }

    private static string Mixed() => Certificates.Create("one").ExportCertificatePem() + Certificates.Create("other").GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();

    private static string Pfx(X509Certificate2 certificate) => Convert.ToBase64String(certificate.Export(X509ContentType.Pfx));
}
