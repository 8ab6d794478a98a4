using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TrunkBot.Tests.World.Cloud;

/// <summary>
/// Azure, as a process on one of its machines sees it: login, managed identities and a Key Vault, under their own names and over https. A
/// process gets there through a proxy, so that nothing in it is different from a process in the world.
/// </summary>
internal sealed class FakeAzure : IAsyncDisposable
{
    private const string MetadataService = "169.254.169.254:80";

    private static readonly string[] s_variables =
    [
        "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE", "AZURE_USERNAME",
        "AZURE_AUTHORITY_HOST", "AZURE_TOKEN_CREDENTIALS", "IDENTITY_ENDPOINT", "IDENTITY_HEADER", "MSI_ENDPOINT", "MSI_SECRET",
        "https_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
    ];

    private readonly TestRoot _root = new();
    private readonly Tunnel _tunnel = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-azure-");
    private readonly WebApplication _app;
    private int _httpPort;

    private FakeAzure()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = _root.Issue(FakeVault.Host, FakeLogin.Host, "website.example");
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(server));
        });
        _app = builder.Build();
        Login.Map(_app);
        Vault.Map(_app);
    }

    public FakeVault Vault { get; } = new();

    public FakeLogin Login { get; } = new();

    public static async Task<FakeAzure> StartAsync()
    {
        var azure = new FakeAzure();
        await azure._app.StartAsync();
        var ports = azure._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        azure._httpPort = ports.Single(address => address.Scheme == "http").Port;
        foreach (var host in new[] { FakeVault.Host, FakeLogin.Host, "website.example" })
            azure._tunnel.Lead($"{host}:443", ports.Single(address => address.Scheme == "https").Port);
        return azure;
    }

    /// <summary>What the process of the bot is started with, beside the settings that it has already.</summary>
    /// <param name="otherRoot">A file with a root that it trusts too.</param>
    /// <param name="whoever">One of <see cref="Identities"/>, or empty for nobody.</param>
    public Dictionary<string, string?> Settings(string otherRoot, string whoever)
    {
        var roots = Path.Combine(_folder.FullName, "roots.pem");
        File.WriteAllText(roots, $"{_root.Pem}\n{File.ReadAllText(otherRoot)}");
        var settings = s_variables.ToDictionary(name => name, _ => (string?)null);
        settings["TrustedRootCertificate"] = roots;
        settings["http_proxy"] = settings["HTTPS_PROXY"] = _tunnel.Address.AbsoluteUri;
        settings["NO_PROXY"] = "127.0.0.1,localhost";
        foreach (var (key, value) in Identity(whoever))
            settings[key] = value;
        return settings;
    }

    public static TheoryData<string> Identities =>
        ["a container app's managed identity", "a virtual machine's managed identity", "a secret", "a certificate", "a federated token"];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _tunnel.Dispose();
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    private (string Key, string Value)[] Identity(string whoever)
    {
        if (whoever is "")
            return [];
        (string, string)[] named = [("AZURE_CLIENT_ID", FakeLogin.ClientId)];
        (string, string)[] registered = [.. named, ("AZURE_TENANT_ID", FakeLogin.Tenant)];
        switch (whoever)
        {
            case "a container app's managed identity":
                return [.. named, ("IDENTITY_ENDPOINT", $"http://127.0.0.1:{_httpPort}/msi/token"), ("IDENTITY_HEADER", FakeLogin.IdentityHeader)];
            case "a virtual machine's managed identity":
                _tunnel.Lead(MetadataService, _httpPort);
                return named;
            case "a secret":
                return [.. registered, ("AZURE_CLIENT_SECRET", FakeLogin.Secret)];
            case "a certificate":
                return [.. registered, ("AZURE_CLIENT_CERTIFICATE_PATH", WrittenPem())];
            case "a federated token":
                return [.. registered, ("AZURE_FEDERATED_TOKEN_FILE", Written("token", FakeLogin.FederatedToken))];
            default:
                throw new ArgumentOutOfRangeException(nameof(whoever), whoever, "No such identity.");
        }
    }

    private string WrittenPem()
    {
        using var certificate = Certificates.Create("identity");
        return Written("identity.pem", FakeVault.Pem(certificate));
    }

    private string Written(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
