using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace TrunkBot.Tests.Manifest;

/// <summary>The Teams app package, made by the command that the manifest's README names.</summary>
public sealed class PackedApp : IAsyncLifetime
{
    public const string AppId = "7d1f7a52-2f0b-4f0e-9d55-0b6b1a0c9b01";
    public const string BotId = "0d0e6f4c-94b1-4f2a-8a3f-5c0f3a1f7e02";
    public const string Company = "Exämple & \"Söhne\"";

    internal string Folder { get; } = Directory.CreateTempSubdirectory("trunkbot-app-").FullName;

    internal string Unpacked => Path.Combine(Folder, "unpacked");

    internal IReadOnlyList<string> Entries { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var zip = Path.Combine(Folder, "new/trunkbot.zip");
        var (exit, said) = await PackAsync("--app-id", AppId, "--bot-id", BotId, "--host", "bot.example.com", "--company", Company, "--out", zip);
        Assert.True(exit == 0, said);
        await using var archive = await ZipFile.OpenReadAsync(zip);
        Entries = [.. archive.Entries.Select(entry => entry.FullName)];
        await archive.ExtractToDirectoryAsync(Unpacked);
    }

    internal static async Task<(int Exit, string Said)> PackAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(Root(), "manifest/pack.cs"), "--", .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath("../../..", Path.GetDirectoryName(file)!);
}
