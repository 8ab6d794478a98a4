using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Secrets;
using TrunkBot.Secrets.Keys;
using TrunkBot.Storage;

namespace TrunkBot.Tests.Secrets;

public sealed class SecretBoxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-keys-");

    private string Keys => Path.Combine(_folder.FullName, "keys");

    [Fact]
    public async Task A_password_comes_back_after_a_restart_for_its_own_request_only()
    {
        var password = new Secret("pass-phrase of TR-7");
        string locked;
        using (var before = await StartAsync())
            locked = before.Services.GetRequiredService<SecretBox>().Protect(password, "TR-7");

        using var after = await StartAsync();
        var box = after.Services.GetRequiredService<SecretBox>();
        Assert.DoesNotContain("phrase", locked, StringComparison.Ordinal);
        Assert.Equal(password, box.Unprotect(locked, "tr-7"));
        Assert.Throws<SecretUnreadableException>(() => box.Unprotect(locked, "TR-8"));
        Assert.Throws<SecretUnreadableException>(() => box.Unprotect(locked + "A", "TR-7"));
        Assert.Throws<SecretUnreadableException>(() => box.Unprotect("nothing of ours", "TR-7"));
    }

    [Fact]
    public async Task Without_the_key_folder_nothing_opens_and_the_sentence_says_what_to_do()
    {
        string locked;
        using (var before = await StartAsync())
            locked = before.Services.GetRequiredService<SecretBox>().Protect(new Secret("Zq7-locked-Horse-42"), "TR-7");
        Directory.Delete(Keys, recursive: true);

        using var after = await StartAsync();
        var refusal = Assert.Throws<SecretUnreadableException>(
            () => after.Services.GetRequiredService<SecretBox>().Unprotect(locked, "TR-7"));
        Assert.Contains("Enter the password again", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fingerprint_holds_after_a_restart_and_for_the_same_text_only()
    {
        byte[] print;
        using (var before = await StartAsync())
            print = before.Services.GetRequiredService<FingerprintKey>().Fingerprint("one trunk"u8);

        using var after = await StartAsync();
        var key = after.Services.GetRequiredService<FingerprintKey>();
        Assert.Equal(1, print[0]);
        Assert.True(key.Verify("one trunk"u8, print));
        Assert.False(key.Verify("one trunk."u8, print));
        Assert.False(key.Verify("one trunk"u8, [2, .. print.AsSpan(1)]));
        Assert.False(key.Verify("one trunk"u8, print.AsSpan(0, 5)));
        Assert.False(key.Verify("one trunk"u8, []));
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_agree_on_one_fingerprint_key()
    {
        using var first = await StartAsync();
        var prints = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var other = await StartAsync();
            return other.Services.GetRequiredService<FingerprintKey>().Fingerprint("one trunk"u8);
        })));
        Assert.All(prints, print => Assert.True(first.Services.GetRequiredService<FingerprintKey>().Verify("one trunk"u8, print)));
    }

    [Fact]
    public async Task The_key_folder_and_its_files_are_the_owners_alone()
    {
        using var host = await StartAsync();
        host.Services.GetRequiredService<SecretBox>().Protect(new Secret("Zq7-locked-Horse-42"), "TR-7");
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, new DirectoryInfo(Keys).UnixFileMode);
        Assert.Equal(owner, new FileInfo(Path.Combine(Keys, "fingerprint-1.key")).UnixFileMode);
        Assert.Empty(Directory.GetFiles(Keys, "*.tmp"));
    }

    [Fact]
    public async Task A_fingerprint_key_of_another_ring_stops_the_start_with_a_sentence()
    {
        Directory.CreateDirectory(Keys);
        await File.WriteAllTextAsync(Path.Combine(Keys, "fingerprint-1.key"), "from elsewhere");
        var stop = await Assert.ThrowsAsync<StartException>(StartAsync);
        Assert.Contains("Restore the whole folder", stop.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=/srv/trunkbot/trunkbot.db", "/srv/trunkbot/keys")]
    [InlineData("DataSource=/srv/trunkbot/trunkbot.db;Cache=Shared", "/srv/trunkbot/keys")]
    public void Keys_lie_beside_the_database_by_default(string connection, string folder) =>
        Assert.Equal(folder, KeyFolder.Default(connection));

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("this is no connection string")]
    [InlineData(null)]
    public void Keys_lie_in_the_working_folder_where_there_is_no_database_file(string? connection) =>
        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "keys"), KeyFolder.Default(connection));

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<WebApplication> StartAsync()
    {
        var builder = BareBuilder.Create();
        builder.Configuration["Secrets:KeyFolder"] = Keys;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.AddSecrets();
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}
