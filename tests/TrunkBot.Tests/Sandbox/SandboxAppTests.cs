using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using TrunkBot.Sandbox;

namespace TrunkBot.Tests.Sandbox;

public sealed class SandboxAppTests
{
    [Fact]
    public async Task Several_sandboxes_run_side_by_side_and_share_no_secret()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
            await sandbox.StartAsync();
            return sandbox;
        }));
        Assert.Equal(4, all.Select(sandbox => sandbox.Address).Distinct().Count());
        Assert.Equal(4, all.Select(sandbox => sandbox.BotSettings(1, "a.db")["MicrosoftAppPassword"]).Distinct().Count());
        Assert.Equal(4, all.Select(sandbox => sandbox.VideoSdk.Secret).Distinct().Count());
        var files = all.Select(sandbox => sandbox.BotSettings(1, "a.db")["TrustedRootCertificate"]!).ToArray();
        Assert.All(files, file => Assert.True(File.Exists(file)));
        foreach (var sandbox in all)
            await sandbox.DisposeAsync();
        Assert.All(files, file => Assert.False(File.Exists(file)));
    }

    /// <summary>
    /// .NET reads a certificate's extensions when it is first asked for them, and gives whoever asks at that moment an empty list (once in some thousand
    /// times, two processors): to look for that by starting sandboxes would find nothing but luck.
    /// </summary>
    [Fact]
    public void Sandboxes_that_start_at_the_same_moment_share_no_object_that_is_filled_when_first_read()
    {
        const BindingFlags Members = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        var type = typeof(SandboxApp).Assembly.GetType("TrunkBot.Sandbox.Login.LoginCertificate", throwOnError: true)!;
        var ofProcess = type.GetProperty("OfProcess", Members)!.GetValue(null);
        var (one, other) = (Server(), Server());
        Assert.NotSame(one, other);
        Assert.Equal(one.Thumbprint, other.Thumbprint);
        Assert.True(other.HasPrivateKey);

        X509Certificate2 Server() => (X509Certificate2)type.GetProperty("Server", Members)!.GetValue(ofProcess)!;
    }

    [Fact]
    public async Task The_settings_give_each_person_the_role_of_the_story()
    {
        await using var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
        await sandbox.StartAsync();
        var settings = sandbox.BotSettings(4711, "a.db");
        Assert.Equal("http://127.0.0.1:4711", settings["PublicUrl"]);
        Assert.Equal("user:" + SandboxApp.Person("riya").ObjectId, settings["Access:Roles:Requester:0"]);
        Assert.Equal("user:" + SandboxApp.Person("mei").ObjectId, settings["Access:Roles:Approver:1"]);
        Assert.Equal("user:" + SandboxApp.Person("ada").ObjectId, settings["Access:Roles:Admin:0"]);
        Assert.DoesNotContain(settings.Values, value => value?.Contains(SandboxApp.Person("eve").ObjectId, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task There_are_as_many_people_as_somebody_needs_and_each_is_known_by_every_name()
    {
        await using var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
        await sandbox.StartAsync();
        var one = SandboxApp.Person("approver-142");
        Assert.Equal(("Approver 142", "approver"), (one.Name, one.Role));
        Assert.All([one.TeamsId, one.WebChatId, one.ObjectId], id => Assert.Equal(one, SandboxApp.Person(id)));
        Assert.NotEqual(one.ObjectId, SandboxApp.Person("requester-142").ObjectId);
        Assert.Throws<ArgumentException>(() => SandboxApp.Person("approver-0"));
        Assert.DoesNotContain(sandbox.BotSettings(1, "a.db").Values, value => value?.Contains(one.ObjectId, StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--login-port", "x")]
    [InlineData("--bot-endpoint", "https://example.com/api/messages")]
    public void A_wrong_option_is_named(string option, string value) =>
        Assert.Contains(option, Assert.Throws<ArgumentException>(() => SandboxApp.Create(option, value)).Message, StringComparison.Ordinal);
}
