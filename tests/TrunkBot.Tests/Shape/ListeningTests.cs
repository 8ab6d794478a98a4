using System.Globalization;
using Microsoft.Extensions.Configuration;
using TrunkBot.Sandbox;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

/// <summary>Where TrunkBot listens is said to it as to every program on .NET.</summary>
public sealed class ListeningTests : IAsyncLifetime
{
    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-listening-");

    [Fact]
    public async Task Every_way_in_which_a_host_says_where_to_listen_counts()
    {
        (string, string)[] certificate = [
            ("Kestrel:Certificates:Default:Path", Certificates.Make(_folder.FullName, "web")), ("Kestrel:Certificates:Default:Password", Certificates.Password)];
        var heard = await Task.WhenAll(
            ListensAsync(port => $"http://127.0.0.1:{port}", "ASPNETCORE_URLS"),
            ListensAsync(port => $"http://127.0.0.1:{port}", "DOTNET_URLS"),
            ListensAsync(port => $"http://127.0.0.1:{port}", "URLS"),
            ListensAsync(port => $"http://127.0.0.1:{port}", "--urls"),
            ListensAsync(port => $"http://127.0.0.1:{port}", "Kestrel:Endpoints:Bot:Url"),
            ListensAsync(port => $"http://[::]:{port}", "ASPNETCORE_HTTP_PORTS"),
            ListensAsync(port => $"https://[::]:{port}", "ASPNETCORE_HTTPS_PORTS", certificate));
        Assert.All(heard, way => Assert.Equal(way.Said, way.Heard));
    }

    [Theory]
    [InlineData("Unrelated", "")]
    [InlineData("Urls", "")]
    public void Where_nothing_is_said_it_listens_on_port_3978_of_this_machine(string key, string value) =>
        Assert.Equal("http://localhost:3978", UrlsWith((key, value)));

    [Theory]
    [InlineData("Urls", "http://127.0.0.1:4000", "http://127.0.0.1:4000")]
    [InlineData("HTTP_PORTS", "4000", null)]
    [InlineData("HTTPS_PORTS", "4000", null)]
    [InlineData("Kestrel:Endpoints:Bot:Url", "http://127.0.0.1:4000", null)]
    public void Where_something_is_said_nothing_is_added(string key, string value, string? urls) => Assert.Equal(urls, UrlsWith((key, value)));

    [Theory]
    [InlineData("Urls", "http://0.0.0.0:3978", false)]
    [InlineData("Urls", "http://127.0.0.1:3978;http://*:3979", false)]
    [InlineData("HTTP_PORTS", "3978", false)]
    [InlineData("HTTPS_PORTS", "3978", false)]
    [InlineData("Kestrel:Endpoints:Bot:Url", "http://0.0.0.0:3978", false)]
    [InlineData("Kestrel:Endpoints:Bot:Url", "http://127.0.0.1:3978", true)]
    [InlineData("Urls", "http://localhost:3978;http://[::1]:3978", true)]
    [InlineData("Unrelated", "", true)]
    public void Without_an_app_id_only_this_machine_is_listened_to_however_it_is_said(string key, string value, bool isFine)
    {
        var settings = Settings((key, value), ("MicrosoftAppId", ""), ("MicrosoftAppPassword", ""), ("AllowAnonymousLoopback", "true"));
        var app = TrunkBotApp.Create(["--environment", "Development"], builder => builder.Configuration.AddInMemoryCollection(settings));
        var problem = Record.Exception(() => TrunkBotApp.Check(app));
        Assert.Equal(isFine, problem is null);
        if (!isFine)
            Assert.Contains(StartProblem.SentencesOf(problem!), sentence => sentence.Contains("loopback", StringComparison.Ordinal));
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<(string Said, string Heard)> ListensAsync(Func<int, string> address, string way, params (string, string)[] more)
    {
        var port = Ports.Free();
        var said = address(port);
        var value = way.EndsWith("_PORTS", StringComparison.Ordinal) ? port.ToString(CultureInfo.InvariantCulture) : said;
        var isArgument = way.StartsWith("--", StringComparison.Ordinal);
        var settings = Settings(isArgument ? more : [.. more, (way, value)]);
        var database = Path.Combine(_folder.FullName, $"{port}.db");
        await MigratedDatabases.CopyToAsync(database);
        settings["ConnectionStrings:TrunkBot"] = $"Data Source={database}";
        settings["Secrets:KeyFolder"] = Path.Combine(_folder.FullName, $"keys{port}");
        var heard = await BotProcess.AddressesAsync(settings, isArgument ? [way, value] : []);
        return ($"{way}: {said}", $"{way}: {string.Join(' ', heard)}");
    }

    private string? UrlsWith(params (string, string)[] changes) =>
        TrunkBotApp.Create([], builder => builder.Configuration.AddInMemoryCollection(Settings(changes))).Configuration["Urls"];

    private Dictionary<string, string?> Settings(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_sandbox.BotSettings(0, Path.Combine(_folder.FullName, "trunkbot.db")), StringComparer.OrdinalIgnoreCase);
        settings.Remove("Urls");
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }
}
