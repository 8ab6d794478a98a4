namespace TrunkBot.Sandbox.Launch;

/// <summary>The sandbox as a program: alone, or with a bot that it starts.</summary>
internal static class SandboxRun
{
    private const string Usage = """
        The sandbox plays VideoSDK, the login endpoint and the chat channel for TrunkBot on this machine, and shows a chat page.

          --bot <folder>           also start the bot from this project folder (relative to the sandbox's project)
          --settings-file <file>   write the settings that a bot needs here as a shell reads them, for a bot that is started by other means
          --port <n>               page, VideoSDK and channel; 3979, or 0 for any free port
          --login-port <n>         login endpoint (https); 3980, or 0 for any free port
          --bot-endpoint <url>     where the bot listens; http://127.0.0.1:3978/api/messages
        """;

    /// <summary>Runs until somebody ends it. Returns the exit code.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(Usage);
            return 0;
        }
        try
        {
            await using var sandbox = SandboxApp.Create(args);
            await sandbox.StartAsync();
            return sandbox.BotProject is { } project ? await WithBotAsync(sandbox, project) : await AloneAsync(sandbox);
        }
        catch (Exception problem) when (problem is ArgumentException or IOException)
        {
            await Console.Error.WriteLineAsync($"{problem.Message} Options: --help.");
            return 2;
        }
    }

    private static async Task<int> AloneAsync(SandboxApp sandbox)
    {
        if (sandbox.SettingsFile is { } file)
            await SettingsFile.WriteAsync(file, sandbox.BotSettings(sandbox.BotEndpoint.Port, sandbox.DatabaseFile));
        Console.WriteLine($"The sandbox is ready: {sandbox.Address} (it talks to the bot at {sandbox.BotEndpoint})");
        await StoppingAsync(sandbox);
        return 0;
    }

    private static async Task<int> WithBotAsync(SandboxApp sandbox, string project)
    {
        if (sandbox.BotEndpoint.Port == 0)
            sandbox.BotEndpoint = new UriBuilder(sandbox.BotEndpoint) { Port = BotProcess.FreePort() }.Uri;
        Console.WriteLine("Building and starting the bot ...");
        using var bot = BotProcess.Start(project, sandbox.BotSettings(sandbox.BotEndpoint.Port, sandbox.DatabaseFile));
        var stopping = StoppingAsync(sandbox);
        if (await Task.WhenAny(bot.LivesAsync(BotProcess.HealthOf(sandbox.BotEndpoint)), bot.EndedAsync, stopping) is Task<bool> { Result: true })
            Console.WriteLine($"TrunkBot is ready. Open {sandbox.Address} in a browser; Ctrl+C ends it.");
        await Task.WhenAny(stopping, bot.EndedAsync);
        // Ctrl+C ends both, and the bot may be the quicker one
        if (await Task.WhenAny(stopping, Task.Delay(BotProcess.BetweenLooks, TimeProvider.System)) == stopping)
            return 0;
        await Console.Error.WriteLineAsync("The bot has ended; what it said stands above. The sandbox ends with it.");
        return 1;
    }

    private static Task StoppingAsync(SandboxApp sandbox)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sandbox.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }
}
