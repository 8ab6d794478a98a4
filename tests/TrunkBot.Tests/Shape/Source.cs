using System.Runtime.CompilerServices;

namespace TrunkBot.Tests.Shape;

/// <summary>A source file of the bot.</summary>
/// <param name="Path">From the project's folder, with slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The room, or nothing for the few files beside the rooms.</summary>
    public string Room => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal) || Path.Contains("/Model/", StringComparison.Ordinal);
}

internal static class Source
{
    public static string Root { get; } = Path.GetFullPath("../../..", Here());

    public static IReadOnlyList<SourceFile> OfTheBot { get; } = Files("src/TrunkBot");

    public static IReadOnlyList<SourceFile> OfTheProtocol { get; } = Files("src/TrunkBot.Protocol");

    public static IReadOnlyList<SourceFile> OfTheSandbox { get; } = Files("src/TrunkBot.Sandbox");

    private static IReadOnlyList<SourceFile> Files(string folder)
    {
        var root = Path.Combine(Root, folder);
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))];
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
