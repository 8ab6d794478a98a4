using System.Diagnostics;

namespace TrunkBot.Sandbox.Launch;

/// <summary>A program that the sandbox starts and ends. What it prints goes on to the console, and is remembered.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly string[] NotForTheChild = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_URLS", "DOTNET_LAUNCH_PROFILE"];

    private static readonly TimeSpan ForLastLines = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private ChildProcess(Process process)
    {
        this.process = process;
        process.Exited += (_, _) => ended.TrySetResult();
        process.EnableRaisingEvents = true;
    }

    internal static ChildProcess Start(string[] command, IReadOnlyDictionary<string, string?> settings, Action<string> hear)
    {
        var start = new ProcessStartInfo("dotnet", command)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in NotForTheChild)
            start.Environment.Remove(name);
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        process.OutputDataReceived += (_, line) => PassOn(line.Data, Console.Out, hear);
        process.ErrorDataReceived += (_, line) => PassOn(line.Data, Console.Error, hear);
        var child = new ChildProcess(process);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    internal bool HasEnded => process.HasExited;

    /// <summary>Waits until it has ended. Returns its exit code.</summary>
    internal async Task<int> EndedAsync(CancellationToken cancellation)
    {
        await ended.Task.WaitAsync(cancellation);
        // Its last lines come a moment later; their end may never come, since a build leaves servers behind that hold its console.
        await Task.WhenAny(process.WaitForExitAsync(cancellation), Task.Delay(ForLastLines, TimeProvider.System, cancellation));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        process.Dispose();
    }

    private static void PassOn(string? line, TextWriter console, Action<string> hear)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        console.WriteLine(line);
        hear(line);
    }
}
