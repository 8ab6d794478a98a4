using TrunkBot.Storage;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Secrets;

/// <summary>On PostgreSQL the keys are in the database, locked by a certificate that is not.</summary>
public sealed class SharedKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-keys-");

    [Fact]
    public async Task Two_processes_that_start_at_once_on_nothing_have_one_ring_and_one_fingerprint_key_and_share_no_file()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres", Processes = 2 });
        Assert.Equal(1L, await world.Database.ScalarAsync("""SELECT count(*) FROM "Keys" WHERE "Name" LIKE 'ring %'"""));
        Assert.Equal(1L, await world.Database.ScalarAsync("""SELECT count(*) FROM "Keys" WHERE "Name" LIKE 'fingerprint %'"""));
        Assert.False(Directory.Exists(Path.Combine(world.Folder, "keys")));

        for (var number = 1; number <= 4; number++)
        {
            await world.AskedAsync();
            await world.Omar.SaysAsync($"/trunk approve TR-{number}");
            await world.RunDueJobsAsync();
            Assert.Equal(RequestState.Created, await world.StateAsync(number));
        }
    }

    [Fact]
    public async Task Whoever_has_the_database_alone_has_no_key()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres" });
        var ring = (string)(await world.Database.ScalarAsync("""SELECT string_agg("Content", '') FROM "Keys" WHERE "Name" LIKE 'ring %'"""))!;
        Assert.Contains("EncryptedXmlDecryptor", ring, StringComparison.Ordinal);
        Assert.Contains("<CipherValue>", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", ring, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_certificate_takes_over_while_the_old_one_still_opens_what_it_has_locked()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres" });
        await world.AskedAsync();
        await world.RestartAsync([.. Pairs(Certificates.Settings(Certificates.Make(_folder.FullName, "new"))), .. Pairs(Old(Certificates.Usual))]);
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Fact]
    public async Task Without_the_certificate_the_start_says_so_and_no_new_key_is_made_in_the_place_of_the_old_ones()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = "Postgres" });
        await world.AskedAsync();
        var problem = await Assert.ThrowsAsync<StartException>(() =>
            world.RestartAsync([.. Pairs(Certificates.Settings(Certificates.Make(_folder.FullName, "another")))]));
        Assert.Contains("of the key ring can't be opened. It was locked with a certificate that isn't there.", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("""SELECT count(*) FROM "Keys" WHERE "Name" LIKE 'ring %'"""));
    }

    [Theory]
    [InlineData("", "", "a certificate has to lock them. Set Secrets:Certificate:Path")]
    [InlineData("/nowhere/at-all.pfx", "", "Secrets:Certificate:Path names a file that can't be read.")]
    [InlineData("{made}", "wrong", "Secrets:Certificate:Password doesn't open the PFX file that Secrets:Certificate:Path names.")]
    public async Task What_is_wrong_with_the_certificate_is_said_at_the_start(string path, string password, string says)
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var settings = new Dictionary<string, string?>(database.Settings)
        {
            ["Secrets:Certificate:Path"] = path.Replace("{made}", Certificates.Make(_folder.FullName, "made"), StringComparison.Ordinal),
            ["Secrets:Certificate:Password"] = password,
        };
        var (status, said) = await BotProcess.CheckAsync(settings);
        Assert.Equal(1, status);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secrets:Certificate:KeyVaultSecret", "Secrets:Certificate:Path and Secrets:Certificate:KeyVaultSecret are both set. Remove one of them.")]
    [InlineData("Secrets:OldCertificates:0:Password", "Secrets:OldCertificates:0 names no certificate. Set its Path to a PFX file or its KeyVaultSecret to an address in Azure Key Vault, or remove it.")]
    public async Task A_certificate_is_in_one_place_and_not_in_two_or_none(string key, string says)
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var settings = new Dictionary<string, string?>(database.Settings) { [key] = "https://example.vault.azure.net/secrets/trunkbot-keys" };
        Assert.Equal((1, $"TrunkBot can't start:\n- {says}"), await BotProcess.CheckAsync(settings));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<(string Key, string? Value)> Pairs(IEnumerable<KeyValuePair<string, string?>> settings) =>
        settings.Select(setting => (setting.Key, setting.Value));

    private static IEnumerable<KeyValuePair<string, string?>> Old(IEnumerable<KeyValuePair<string, string?>> settings) => settings.Select(setting =>
        KeyValuePair.Create(setting.Key.Replace("Secrets:Certificate", "Secrets:OldCertificates:0", StringComparison.Ordinal), setting.Value));
}
