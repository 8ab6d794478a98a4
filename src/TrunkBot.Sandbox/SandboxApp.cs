using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.DirectLine;
using TrunkBot.Sandbox.Graph;
using TrunkBot.Sandbox.Launch;
using TrunkBot.Sandbox.Login;
using TrunkBot.Sandbox.SignIn;
using TrunkBot.Sandbox.VideoSdk;

namespace TrunkBot.Sandbox;

/// <summary>The outside world of the bot on this machine: VideoSDK, the login endpoint, the channel with its people, and the chat page.</summary>
public sealed class SandboxApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SandboxWorld world;
    private readonly LoginCertificate certificate;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trunkbot-sandbox-");

    private SandboxApp(SandboxOptions options)
    {
        world = new SandboxWorld(options);
        certificate = LoginCertificate.OfProcess;
        File.WriteAllText(RootCertificateFile, certificate.RootPem);
        app = Build(world, certificate);
    }

    /// <summary>Where the page, VideoSDK and the channel are. Known once started.</summary>
    public Uri Address => world.Address;

    /// <summary>Where the login endpoint is. Known once started.</summary>
    public Uri LoginAddress => world.LoginAddress;

    /// <summary>Where the bot takes activities.</summary>
    public Uri BotEndpoint
    {
        get => world.BotEndpoint;
        set => world.BotEndpoints = [value];
    }

    /// <summary>Where several processes of the bot listen; each activity goes to the next of them.</summary>
    public IReadOnlyList<Uri> BotEndpoints
    {
        get => world.BotEndpoints;
        set => world.BotEndpoints = value;
    }

    /// <summary>The time in the sandbox; the real one unless a test brings its own.</summary>
    public TimeProvider Clock
    {
        get => world.Clock;
        set => world.Clock = value;
    }

    /// <summary>The sandbox's VideoSDK.</summary>
    public SandboxVideoSdk VideoSdk => app.Services.GetRequiredService<SandboxVideoSdk>();

    /// <summary>The sandbox's channel.</summary>
    public SandboxChannel Channel => app.Services.GetRequiredService<SandboxChannel>();

    /// <summary>The sandbox's login endpoint.</summary>
    public SandboxLogin Login => app.Services.GetRequiredService<SandboxLogin>();

    /// <summary>The managed identities of the machine that the bot runs on.</summary>
    public ManagedIdentities Identities => app.Services.GetRequiredService<ManagedIdentities>();

    /// <summary>The sandbox's Key Vault.</summary>
    public SandboxVault Vault => app.Services.GetRequiredService<SandboxVault>();

    /// <summary>The sandbox's Entra for people.</summary>
    public SandboxEntra Entra => app.Services.GetRequiredService<SandboxEntra>();

    /// <summary>The sandbox's Microsoft Graph.</summary>
    public SandboxGraph Graph => app.Services.GetRequiredService<SandboxGraph>();

    /// <summary>The sandbox's token service.</summary>
    public SandboxTokenService TokenService => app.Services.GetRequiredService<SandboxTokenService>();

    /// <summary>What people's Teams clients do with sign-in cards.</summary>
    public TeamsClients TeamsClients => app.Services.GetRequiredService<TeamsClients>();

    /// <summary>What each person's Teams shows of the bot's messages.</summary>
    public TeamsViews TeamsViews => app.Services.GetRequiredService<TeamsViews>();

    /// <summary>The dialogs that people open from cards.</summary>
    public TeamsDialogs TeamsDialogs => app.Services.GetRequiredService<TeamsDialogs>();

    internal BotLaunch Launch => app.Services.GetRequiredService<BotLaunch>();

    internal BotHealth BotHealth => app.Services.GetRequiredService<BotHealth>();

    internal string? BotProject => world.Options.BotProject;

    internal string? SettingsFile => world.Options.SettingsFile;

    /// <summary>A database that is gone when the sandbox ends.</summary>
    internal string DatabaseFile => Path.Combine(folder.FullName, "trunkbot.db");

    internal IHostApplicationLifetime Lifetime => app.Lifetime;

    private string RootCertificateFile => Path.Combine(folder.FullName, "root.pem");

    /// <summary>Makes a sandbox; it listens once it is started.</summary>
    /// <param name="args"><c>--port</c>, <c>--login-port</c> (0 for any free port), <c>--bot-endpoint</c>, <c>--bot</c>, <c>--settings-file</c>.</param>
    public static SandboxApp Create(params string[] args) => new(SandboxOptions.Parse(args));

    /// <summary>Somebody who lives in the sandbox.</summary>
    /// <param name="key"><c>riya</c>, <c>omar</c>, <c>mei</c>, <c>ada</c> or <c>eve</c>.</param>
    public static SandboxPerson Person(string key) =>
        SandboxWorld.Find(key) ?? throw new ArgumentException($"Nobody is called '{key}'.", nameof(key));

    /// <summary>Starts to listen.</summary>
    public async Task StartAsync()
    {
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address)).ToArray();
        world.Address = addresses.Single(address => address.Scheme == Uri.UriSchemeHttp);
        world.LoginAddress = addresses.Single(address => address.Scheme == Uri.UriSchemeHttps);
    }

    /// <summary>The settings with which a bot finds itself in this sandbox's world, as configuration keys.</summary>
    /// <param name="botPort">The loopback port on which the bot is to listen.</param>
    /// <param name="databaseFile">The bot's SQLite file.</param>
    public IReadOnlyDictionary<string, string?> BotSettings(int botPort, string databaseFile) =>
        new BotSettings(world, VideoSdk).For(botPort, databaseFile, RootCertificateFile);

    /// <summary>What the platform sets for a bot on a machine with managed identities, beside <see cref="BotSettings"/>.</summary>
    /// <param name="isVirtualMachine">Whether it is a virtual machine, and no container app.</param>
    public IReadOnlyDictionary<string, string?> MachineSettings(bool isVirtualMachine = false) => isVirtualMachine
        ? new Dictionary<string, string?> { ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = Address.AbsoluteUri }
        : new Dictionary<string, string?> { ["IDENTITY_ENDPOINT"] = new Uri(Address, "msi/token").AbsoluteUri, ["IDENTITY_HEADER"] = Identities.Header };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static WebApplication Build(SandboxWorld world, LoginCertificate certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { WebRootPath = SandboxFolders.Page });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // whoever starts the sandbox is told by the exception
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, world.Options.Port);
            kestrel.Listen(IPAddress.Loopback, world.Options.LoginPort, listen => listen.UseHttps(certificate.Server));
        });
        builder.Services.AddRouting().AddSingleton(world).AddVideoSdk().AddLogin().AddSignIn().AddGraph().AddChannel().AddDirectLine().AddLaunch();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SandboxJson.Default));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.UseRouting();
        app.UseDefaultFiles().UseStaticFiles();
        app.MapVideoSdk();
        app.MapLogin();
        app.MapSignIn();
        app.MapGraph();
        app.MapChannel();
        app.MapDirectLine();
        app.MapLaunch();
        return app;
    }
}
