using System.Diagnostics;
using System.Text.RegularExpressions;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Browser;

/// <summary>The sandbox as a program, on free ports, with a bot that it builds and starts.</summary>
internal sealed partial class RunningSandbox : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Process _process;

    private RunningSandbox(Process process, Uri page) => (_process, Page) = (process, page);

    public Uri Page { get; }

    /// <summary>As the README's first command starts it.</summary>
    public static Task<RunningSandbox> StartAsync() =>
        StartAsync(["run", "--project", "src/TrunkBot.Sandbox", "--", "--bot", SourceFolder.Of("src/TrunkBot")]);

    /// <summary>With another bot, and without what builds the sandbox, which is there. Returns as soon as the page's address is known.</summary>
    public static Task<RunningSandbox> StartWithAsync(string project) =>
        StartAsync([typeof(SandboxApp).Assembly.Location, "--bot", project]);

    private static async Task<RunningSandbox> StartAsync(string[] command)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = SourceFolder.Of("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] anyPorts = ["--port", "0", "--login-port", "0", "--bot-endpoint", "http://127.0.0.1:0/api/messages"];
        foreach (var argument in (string[])[.. command, .. anyPorts])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        try
        {
            return new RunningSandbox(process, await AddressAsync(process));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        using var late = new CancellationTokenSource(Longest);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            said.Add(line);
            if (Address().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // what nobody reads would hold it up
                return new Uri(found.Value);
            }
        }
        throw new InvalidOperationException($"The sandbox did not start.\n{string.Join('\n', said)}\n{await errors}");
    }

    [GeneratedRegex(@"(?<=Open )http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();
}
