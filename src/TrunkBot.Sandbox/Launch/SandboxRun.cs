namespace TrunkBot.Sandbox.Launch;

/// <summary>The sandbox as a program: alone, or with a bot that it starts.</summary>
internal static class SandboxRun
{
    private const string Usage = """
        The sandbox plays VideoSDK, the sign-in endpoint and the chat channel for TrunkBot on this machine, and shows a chat page.

          --bot <folder>           build and start the bot from this project folder
          --settings-file <file>   write the bot's settings to this file, for a bot that is started in another way: as JSON if the
                                   name ends in .json, otherwise as variables for a shell
          --port <n>               page, VideoSDK and channel: 3979, or 0 for any free port
          --login-port <n>         sign-in endpoint (https): 3980, or 0 for any free port
          --bot-endpoint <url>     where the bot listens: http://127.0.0.1:3978/api/messages

        A relative folder or file starts at the sandbox's project folder.
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
            Console.WriteLine($"Open {sandbox.Address} in a browser. Press Ctrl+C to stop.");
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(sandbox.Lifetime.ApplicationStopping);
            await (sandbox.BotProject is { } project ? WithBotAsync(sandbox, project, stopping.Token) : AloneAsync(sandbox, stopping.Token));
            return sandbox.Launch.Stage == BotStage.Ended ? 1 : 0;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException)
        {
            await Console.Error.WriteLineAsync($"{problem.Message} Options: --help.");
            return 2;
        }
    }

    private static async Task AloneAsync(SandboxApp sandbox, CancellationToken stopping)
    {
        if (sandbox.SettingsFile is { } file)
            await SettingsFile.WriteAsync(file, sandbox.BotSettings(sandbox.BotEndpoint.Port, sandbox.DatabaseFile));
        Console.WriteLine($"Waiting for a bot at {sandbox.BotEndpoint}.");
        await StoppedAsync(stopping);
        if (sandbox.SettingsFile is { } stale)
            File.Delete(stale); // its secrets and its folder are gone with the sandbox
    }

    private static async Task WithBotAsync(SandboxApp sandbox, string project, CancellationToken stopping)
    {
        var stopped = StoppedAsync(stopping);
        try
        {
            while (true)
            {
                await new BotRun(sandbox, project).RunAsync(stopping);
                // Ctrl+C ends both, and the bot may be the quicker one.
                if (await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None)) == stopped)
                    return;
                await Console.Error.WriteLineAsync("The bot has stopped. What it said is above. Press Start again on the page, or Ctrl+C to stop the sandbox.");
                if (await Task.WhenAny(stopped, sandbox.Launch.AskedAgainAsync()) == stopped)
                    return;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The bot was killed with the sandbox, as it should be.
        }
    }

    private static Task StoppedAsync(CancellationToken stopping)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stopping.Register(stopped.SetResult);
        return stopped.Task;
    }
}
