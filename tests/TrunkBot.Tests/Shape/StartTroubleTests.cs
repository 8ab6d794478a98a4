using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using TrunkBot.Sandbox;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

/// <summary>What the machine does not give: a port, a certificate, a folder. Each is a sentence, and no stack.</summary>
public sealed class StartTroubleTests : IAsyncLifetime
{
    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-trouble-");
    private readonly List<string> _files = [];

    [Fact]
    public async Task A_port_that_another_program_has_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var problem = Assert.Single(await ProblemsAsync(("Urls", $"http://{other.LocalEndpoint}")));
        Assert.Contains($"http://{other.LocalEndpoint}", problem, StringComparison.Ordinal);
        Assert.Contains("in use", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "http://192.0.2.1:4000", "http://192.0.2.1:4000")]
    [InlineData("Urls", "nonsense", "nonsense")]
    [InlineData("Urls", "http://127.0.0.1:notaport", "http://127.0.0.1:notaport")]
    [InlineData("Urls", "http://127.0.0.1:70000", "http://127.0.0.1:70000")]
    [InlineData("HTTP_PORTS", "many", "HTTP_PORTS")]
    [InlineData("Kestrel:Endpoints:Bot:Protocols", "Http1", "Kestrel:Endpoints:Bot:Url")]
    [InlineData("Secrets:KeyFolder", "/proc/trunkbot-keys", "Secrets:KeyFolder")]
    [InlineData("Secrets:KeyFolder", "/dev/null/keys", "Secrets:KeyFolder")]
    [InlineData("ConnectionStrings:TrunkBot", "Data Source=/proc/trunkbot.db", "ConnectionStrings:TrunkBot")]
    [InlineData("ConnectionStrings:TrunkBot", "Data Source=/nowhere/at/all/trunkbot.db", "/nowhere/at/all")]
    [InlineData("ConnectionStrings:TrunkBot", "Data Source=/dev/null/trunkbot.db", "ConnectionStrings:TrunkBot")]
    [InlineData("ConnectionStrings:TrunkBot", "Data Sauce=trunkbot.db", "ConnectionStrings:TrunkBot")]
    public async Task What_the_machine_does_not_give_is_said_in_one_sentence_that_names_it(string key, string value, string named)
    {
        var problem = Assert.Single(await ProblemsAsync((key, value)));
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    /// <summary>In a home of its own: most who write programs for .NET have a development certificate in theirs, and Kestrel would take that.</summary>
    [Theory]
    [InlineData("Urls", "https://127.0.0.1:0")]
    [InlineData("HTTPS_PORTS", "0")]
    public async Task Https_without_a_certificate_is_said_in_one_sentence(string key, string value)
    {
        var (code, said) = await BotProcess.RunAsync(Settings((key, value), ("HOME", _folder.FullName)));
        Assert.Equal(1, code);
        Assert.Contains("certificate", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_https_that_cannot_be_read_is_named()
    {
        var problem = Assert.Single(await ProblemsAsync(("Urls", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", "/nowhere/web.pfx")));
        Assert.Contains("Kestrel:Certificates:Default", problem, StringComparison.Ordinal);
        problem = Assert.Single(await ProblemsAsync(
            ("Urls", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", Certificates.Make(_folder.FullName, "web")), ("Kestrel:Certificates:Default:Password", "wrong")));
        Assert.Contains("Kestrel:Certificates:Default", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"VideoSdk\": { \"Secret\": \"canary-77\" ")]
    [InlineData("{ \"VideoSdk\": canary-77 }")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"VideoSdk:Secret\": \"canary-77\", \"VideoSdk\": { \"Secret\": \"canary-77\" } }")]
    public async Task Settings_that_are_no_JSON_are_named_with_their_place_and_nothing_of_what_they_say(string json)
    {
        var name = Guid.NewGuid().ToString("N");
        _files.Add(Path.Combine(AppContext.BaseDirectory, $"appsettings.{name}.json"));
        await File.WriteAllTextAsync(_files[^1], json);
        var problem = Assert.Single(await ProblemsAsync(("environment", name)));
        Assert.Contains($"appsettings.{name}.json", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_ends_with_1_and_the_sentence_and_no_stack()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, said) = await BotProcess.RunAsync(Settings(("Urls", $"http://{other.LocalEndpoint}")));
        Assert.Equal(1, code);
        Assert.Contains("TrunkBot can't start:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_folder_that_cannot_be_written_is_named()
    {
        foreach (var arguments in new[] { ["--check"], Array.Empty<string>() })
        {
            var (code, said) = await BotProcess.RunAsync(Settings(("TMPDIR", "/proc")), arguments);
            Assert.Equal(1, code);
            Assert.Contains("TMPDIR", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ConnectionStrings:TrunkBot", "Data Source=/proc/trunkbot.db")]
    [InlineData("ConnectionStrings:TrunkBot", "Data Source=/nowhere/trunkbot.db")]
    [InlineData("Secrets:KeyFolder", "/proc/trunkbot-keys")]
    public async Task The_check_tries_whether_what_has_to_be_written_can_be(string key, string value)
    {
        var (code, said) = await BotProcess.CheckAsync(Settings((key, value)));
        Assert.Equal(1, code);
        Assert.Contains(key, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_leaves_nothing_behind()
    {
        Assert.Equal((0, "The configuration is good."), await BotProcess.JudgeAsync(Settings()));
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task The_check_says_that_a_server_cannot_be_reached()
    {
        var settings = Settings([.. Certificates.Usual.Select(setting => (setting.Key, setting.Value!)), ("Storage:BackEnd", "Postgres"),
            ("ConnectionStrings:TrunkBot", string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Ports.Free()};Database=trunkbot;Username=trunkbot;Password=canary-77"))]);
        var (code, said) = await BotProcess.CheckAsync(settings);
        Assert.Equal(1, code);
        Assert.Contains("ConnectionStrings:TrunkBot", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-77", said, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
        _files.ForEach(File.Delete);
    }

    private Dictionary<string, string?> Settings(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(Ports.Free(), Path.Combine(_folder.FullName, "trunkbot.db")), StringComparer.OrdinalIgnoreCase);
        if (changes.Any(change => change.Key.Contains("PORTS", StringComparison.Ordinal) || change.Key.StartsWith("Kestrel:Endpoints", StringComparison.Ordinal)))
            settings.Remove("Urls");
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(params (string Key, string Value)[] changes)
    {
        var settings = Settings(changes);
        var problem = await Record.ExceptionAsync(async () =>
        {
            await using var app = TrunkBotApp.Create(
                ["--environment", settings.GetValueOrDefault("environment") ?? "Production"], builder => builder.Configuration.AddInMemoryCollection(settings));
            await TrunkBotApp.PrepareAsync(app);
            await app.StartAsync();
        });
        return problem is null ? ["It starts."] : StartProblem.SentencesOf(problem) is { Count: > 0 } sentences ? sentences : [problem.ToString()];
    }
}
