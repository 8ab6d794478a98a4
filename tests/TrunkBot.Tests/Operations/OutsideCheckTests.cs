using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.SignIn;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Operations;

/// <summary><c>TrunkBot --check</c>, as it ships, against the sandbox: what it can see of the app registration and of all that it stands on, and what it cannot.</summary>
public sealed class OutsideCheckTests : IAsyncLifetime
{
    private const string Name = "Access:SignIn:ConnectionName", Resource = "Access:SignIn:Resource";

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-check-");

    [Fact]
    public async Task With_everything_in_place_each_thing_is_said_and_what_only_the_registration_shows_is_named()
    {
        var settings = Settings((Name, SandboxTokenService.ConnectionName));
        await MigratedDatabases.CopyToAsync(Path.Combine(_folder.FullName, "trunkbot.db"));
        await using var bot = await BotProcess.StartAsync(settings);
        var (code, lines) = await CheckAsync(settings);
        var (resource, endpoint) = ($"api://botid-{settings["MicrosoftAppId"]}", $"{settings["PublicUrl"]}/api/messages");
        Assert.Equal(
            [
                "The configuration is good.",
                "ok: The sign-in endpoint gives TrunkBot a token.",
                $"ok: {resource} is the Application ID URI of this registration.",
                $"ok: The connection entra exchanges tokens for {resource}.",
                "ok: The connection asks for the scope access_as_user.",
                $"could not be verified: A sign-in comes back to {new Uri(_sandbox.Address, "token/.auth/web/redirect")}. In the registration, under Authentication, that has to be one of the web redirects.",
                "could not be verified: Whether Teams can ask for a token shows only in the registration. Under Expose an API, look for the two clients that the README names.",
                $"ok: {endpoint} answers. It has to be the Messaging endpoint of the Azure Bot.",
                "ok: VideoSDK answers and accepts TrunkBot's key.",
            ],
            lines);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task What_is_refused_is_not_ok_and_says_what_to_do_and_no_secret()
    {
        const string Wrong = "canary-88-canary-88-canary-88-canary-88";
        var (code, lines) = await CheckAsync(Settings(
            ("MicrosoftAppPassword", Wrong), ("VideoSdk:Secret", Wrong), ("PublicUrl", _sandbox.Address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "The configuration is good.",
                "not ok: The sign-in endpoint refuses the bot (invalid_client). Check MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId and MicrosoftAppType.",
                "ok: Nobody has to sign in, because Access:SignIn:ConnectionName is empty.",
                $"not ok: {_sandbox.Address.GetLeftPart(UriPartial.Authority)}/api/messages answers 404, which TrunkBot doesn't do. Check PublicUrl and where its web server passes requests on to.",
                "not ok: VideoSDK doesn't accept TrunkBot's key. Check VideoSdk:ApiKey, VideoSdk:Secret and VideoSdk:AuthorizationScheme.",
            ],
            lines);
        Assert.DoesNotContain(lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_in_that_is_set_up_otherwise_is_not_ok()
    {
        const string Other = "api://botid-00000000-0000-4000-8000-000000000000";
        var (code, lines) = await CheckAsync(Settings((Name, SandboxTokenService.ConnectionName), (Resource, Other)));
        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.StartsWith($"not ok: No registration has the Application ID URI {Other}.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("not ok: The connection entra exchanges tokens for api://botid-", StringComparison.Ordinal)
            && line.EndsWith($"set Token exchange URL to {Other}.", StringComparison.Ordinal));

        _sandbox.TokenService.Faults.Add(new Fault { Kind = "status", Status = 404 });
        (code, lines) = await CheckAsync(Settings((Name, "entra-2")));
        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.StartsWith("not ok: The Azure Bot has no connection called entra-2.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_silent_could_not_be_verified_and_is_no_failure()
    {
        var nowhere = $"https://127.0.0.1:{Ports.Free()}";
        var (code, lines) = await CheckAsync(Settings(
            (Name, SandboxTokenService.ConnectionName), ("ToChannelFromBotLoginUrl", $"{nowhere}/tenant"), ("VideoSdk:BaseUrl", nowhere), ("OAuthUrl", nowhere)));
        Assert.Equal(0, code);
        Assert.Equal(6, lines.Count(line => line.StartsWith("could not be verified: ", StringComparison.Ordinal)));
        Assert.Equal(7, lines.Length);
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<(int Code, string[] Lines)> CheckAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var (code, said) = await BotProcess.CheckAsync(settings);
        return (code, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Dictionary<string, string?> Settings(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Ports.Free(), Path.Combine(_folder.FullName, "trunkbot.db")), StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }
}
