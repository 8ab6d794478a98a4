using TrunkBot.Sandbox;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

/// <summary>The sandbox with its page, and the bot as it ships in its world. How the sandbox itself builds and starts a bot is <see cref="RunningSandbox"/>'s.</summary>
internal sealed class SandboxWithBot : IAsyncDisposable
{
    private readonly SandboxApp _sandbox;
    private readonly DirectoryInfo _folder;
    private readonly BotProcess _bot;

    private SandboxWithBot(SandboxApp sandbox, DirectoryInfo folder, BotProcess bot) => (_sandbox, _folder, _bot) = (sandbox, folder, bot);

    public Uri Page => _sandbox.Address;

    public static async Task<SandboxWithBot> StartAsync()
    {
        var sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
        await sandbox.StartAsync();
        var folder = Directory.CreateTempSubdirectory("trunkbot-page-");
        var database = Path.Combine(folder.FullName, "trunkbot.db");
        await MigratedDatabases.CopyToAsync(database);
        var settings = sandbox.BotSettings(Company.FreePort(), database);
        sandbox.BotEndpoint = new Uri(new Uri(settings["Urls"]!), "/api/messages");
        return new SandboxWithBot(sandbox, folder, await BotProcess.StartAsync(settings));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
