using System.Net;
using System.Net.Sockets;

namespace TrunkBot.Sandbox.Launch;

/// <summary>Builds the bot, starts it and watches it, until it ends or the sandbox does.</summary>
internal sealed class BotRun(SandboxApp sandbox, string project)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly Dictionary<string, string?> NoSettings = [];

    private BotLaunch Launch => sandbox.Launch;

    /// <summary>Returns when the bot has ended; by then everybody can see why.</summary>
    internal async Task RunAsync(CancellationToken stopping)
    {
        Tell(BotStage.Building, "Building the bot...");
        using (var build = ChildProcess.Start(["build", project, "--nologo", "-v", "q", "-clp:ErrorsOnly"], NoSettings, Launch.Hear))
            if (await build.EndedAsync(stopping) != 0)
            {
                Launch.Reach(BotStage.Ended);
                return;
            }
        Tell(BotStage.Starting, "Starting the bot...");
        using var bot = ChildProcess.Start(["run", "--project", project, "--no-build", "--no-launch-profile"], Settings(), Launch.Hear);
        if (await AnswersAsync(bot, stopping))
            Tell(BotStage.Ready, "The bot is ready.");
        await bot.EndedAsync(stopping);
        Launch.Reach(BotStage.Ended);
    }

    private Dictionary<string, string?> Settings()
    {
        if (sandbox.BotEndpoint.Port == 0)
            sandbox.BotEndpoint = new UriBuilder(sandbox.BotEndpoint) { Port = FreePort() }.Uri;
        var settings = new Dictionary<string, string?>(sandbox.BotSettings(sandbox.BotEndpoint.Port, sandbox.DatabaseFile))
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };
        const string logLevel = "Logging__LogLevel__Default";
        settings[logLevel] = Environment.GetEnvironmentVariable(logLevel) ?? "Warning";
        return settings;
    }

    private async Task<bool> AnswersAsync(ChildProcess bot, CancellationToken stopping)
    {
        while (!bot.HasEnded)
        {
            if (await sandbox.BotHealth.AnswersAsync(stopping))
                return true;
            await Task.Delay(BetweenLooks, TimeProvider.System, stopping);
        }
        return false;
    }

    private void Tell(BotStage stage, string words)
    {
        Launch.Reach(stage);
        Console.WriteLine(words);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
