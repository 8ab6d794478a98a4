using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Cloud;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Secrets;

/// <summary>The certificate that locks the keys in PostgreSQL comes from Azure Key Vault. Real processes, started as they are in Azure.</summary>
public sealed class KeyVaultTests : IAsyncLifetime
{
    private static readonly (string, string?)[] s_everything =
    [
        ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:System.Net.Http.HttpClient", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace"),
    ];

    private KeyVaultWorld _world = null!;

    [Theory]
    [InlineData("application/x-pkcs12")]
    [InlineData("application/x-pem-file")]
    public async Task What_was_asked_before_a_restart_is_created_after_it_and_nothing_that_the_vault_gave_is_written(string contentType)
    {
        _world.Azure.Vault.Keep(KeyVaultWorld.Name, Certificates.Create("this one"), contentType);
        var said = await _world.RunBotAsync(() => _world.AskAsync(1), s_everything) + await _world.RunBotAsync(() => _world.ApproveAsync(1), s_everything);
        Assert.Contains("dbug: Microsoft.AspNetCore.DataProtection", said, StringComparison.Ordinal);
        _world.AssertNothingLeakedInto(said);
        _world.AssertNothingLeakedInto(await _world.RingAsync());
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_on_nothing_have_one_ring_and_open_what_the_other_has_locked()
    {
        await using var world = await KeyVaultWorld.StartAsync(await PostgresDatabase.CreateAsync());
        await world.StartBotsAsync(2);
        Assert.Single((await world.RingAsync()).Split("<key ")[1..]);
        for (var number = 1; number <= 4; number++)
        {
            await world.AskAsync(number);
            await world.ApproveAsync(number);
        }
    }

    [Fact]
    public async Task A_renewed_certificate_takes_over_while_its_old_version_opens_what_it_has_locked()
    {
        await _world.RunBotAsync(() => _world.AskAsync(1));
        _world.Azure.Vault.Keep(KeyVaultWorld.Name, Certificates.Create("renewed"));

        var alone = await Assert.ThrowsAsync<InvalidOperationException>(() => _world.StartBotsAsync(1));
        Assert.Contains("as an entry of Secrets:OldCertificates. After a renewal in Key Vault that is the address of its old version.", alone.Message, StringComparison.Ordinal);

        await _world.RunBotAsync(() => _world.ApproveAsync(1), ("Secrets:OldCertificates:0:KeyVaultSecret", _world.First));
        await _world.RunBotAsync(() => _world.AskAsync(2), (KeyVaultWorld.Setting, _world.First));
    }

    [Theory]
    [MemberData(nameof(FakeAzure.Identities), MemberType = typeof(FakeAzure))]
    public async Task The_vault_is_read_as_whoever_this_process_is_in_Azure(string whoever)
    {
        Assert.Equal((0, "The configuration is good."), await BotProcess.JudgeAsync(_world.Settings(whoever)));
        Assert.Equal($"{FakeLogin.ClientId} with {whoever}", Assert.Single(_world.Azure.Login.Asked));
    }

    [Fact]
    public async Task Nobody_is_asked_who_is_logged_in_on_the_machine()
    {
        var folder = Directory.CreateTempSubdirectory("trunkbot-az-");
        var (called, tool) = (Path.Combine(folder.FullName, "called"), Path.Combine(folder.FullName, "az"));
        await File.WriteAllTextAsync(tool, $$"""
            #!/bin/sh
            touch {{called}}
            echo '{ "accessToken": "{{FakeLogin.Token}}", "expiresOn": "2099-01-01 00:00:00.000000", "expires_on": 4070908800, "tenant": "{{FakeLogin.Tenant}}" }'
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var (code, said) = await BotProcess.CheckAsync(_world.Settings("", ("PATH", $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}")));
        Assert.False(File.Exists(called));
        Assert.Equal(1, code);
        Assert.Contains("this process has no identity in Azure", said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    public async Task InitializeAsync() => _world = await KeyVaultWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();
}
