using System.Diagnostics;
using System.Text.RegularExpressions;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Browser;

/// <summary>Bot and sandbox as the README's first command starts them, on free ports.</summary>
internal sealed partial class RunningSandbox : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private RunningSandbox(Process process, Uri page) => (_process, Page) = (process, page);

    public Uri Page { get; }

    public static async Task<RunningSandbox> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = SourceFolder.Of("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] command = ["run", "--project", "src/TrunkBot.Sandbox", "--", "--bot", SourceFolder.Of("src/TrunkBot")];
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
                return new Uri(found.Value);
        }
        throw new InvalidOperationException($"The sandbox did not start.\n{string.Join('\n', said)}\n{await errors}");
    }

    [GeneratedRegex(@"(?<=Open )http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();
}
