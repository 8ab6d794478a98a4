using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TrunkBot.Tests.World;

/// <summary>Runs the scripts of tests/Browser, where Microsoft's own clients are.</summary>
internal static class Node
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly string Folder = Path.GetFullPath("../../Browser", SourceFolder());
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Runs a script and returns what it printed; a script that ends with anything but 0 throws with its output.</summary>
    internal static async Task<string> RunAsync(string script, string input = "", params string[] arguments)
    {
        await Installed.Value;
        return await RunAsync("node", [script, .. arguments], input);
    }

    /// <summary>Starts a script that runs until its standard input ends.</summary>
    internal static async Task<Process> StartAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        return Start("node", [script, .. arguments]);
    }

    /// <summary>One process installs at a time: test projects run side by side.</summary>
    private static async Task InstallAsync()
    {
        await using var turn = await TakeTurnAsync();
        var (wanted, present) = (Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "node_modules/.package-lock.json"));
        if (!File.Exists(present) || File.GetLastWriteTimeUtc(present) < File.GetLastWriteTimeUtc(wanted))
            await RunAsync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], "");
    }

    private static async Task<FileStream> TakeTurnAsync()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "out"));
        using var late = new CancellationTokenSource(Longest);
        while (true)
        {
            try
            {
                return new(Path.Combine(Folder, "out/install.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!late.IsCancellationRequested)
            {
                await Task.Delay(200, late.Token);
            }
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        using var process = Start(program, arguments);
        using var late = new CancellationTokenSource(Longest);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), late.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(late.Token);
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException)
        {
            process.Kill(entireProcessTree: true);
        }
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{await output}\n{await errors}");
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} does not run here. Install Node.js 20 or newer; these tests are not skipped.", missing);
        }
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
