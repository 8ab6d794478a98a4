using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TrunkBot.Tests.World;

/// <summary>The bot as it ships: published by the line of deploy/Dockerfile, from the sources as they are. What is tried and measured is that.</summary>
internal static partial class ShippedBot
{
    private static readonly string s_root = Path.GetFullPath("../../..", SourceFolder());
    private static readonly Lazy<string> s_program = new(() => Environment.GetEnvironmentVariable("TRUNKBOT_SHIPPED") is { Length: > 0 } published ? published : Publish());

    /// <summary>The program, published once; whoever asks meanwhile waits. tests/run has published it before and names it in TRUNKBOT_SHIPPED.</summary>
    public static string Program => s_program.Value;

    // In folders of its own: what is built for the tests stays as it is, whoever builds it at this moment.
    private static string Publish()
    {
        var line = PublishLine().Match(File.ReadAllText(Path.Combine(s_root, "deploy", "Dockerfile")));
        if (!line.Success)
            throw new InvalidOperationException("deploy/Dockerfile has no line that publishes src/TrunkBot.");
        var (built, published) = (Path.Combine(s_root, "artifacts", "shipped"), Path.Combine(s_root, "artifacts", "shipped", "out"));
        var arguments = line.Groups["arguments"].Value.Replace(line.Groups["folder"].Value, published, StringComparison.Ordinal);
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--artifacts-path", built, "-p:RunAnalyzers=false", "--disable-build-servers", "--nologo", "-v", "q"])
        {
            WorkingDirectory = s_root,
            RedirectStandardOutput = true,
        })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(published, "TrunkBot.dll") : throw new InvalidOperationException($"The bot could not be published.\n{said}");
    }

    [GeneratedRegex(@"^RUN dotnet (?<arguments>publish src/TrunkBot .*-o (?<folder>\S+).*)$", RegexOptions.Multiline)]
    private static partial Regex PublishLine();

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
