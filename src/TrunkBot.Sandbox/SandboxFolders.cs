namespace TrunkBot.Sandbox;

/// <summary>Finds the sandbox's own files wherever it was started from.</summary>
internal static class SandboxFolders
{
    private const string Project = "src/TrunkBot.Sandbox";

    /// <summary>The page's files: in the project when run from a source tree, or beside a published program.</summary>
    internal static string? Page =>
        (ProjectFolder is { } folder ? Existing(Path.Combine(folder, "wwwroot")) : null)
        ?? Existing(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    private static string? ProjectFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Existing(Path.Combine(folder.FullName, Project)) is { } found)
                    return found;
            return null;
        }
    }

    /// <summary>A relative path is relative to the sandbox's project, not to the folder somebody happens to stand in.</summary>
    internal static string Resolve(string path) =>
        Path.GetFullPath(path, ProjectFolder ?? Directory.GetCurrentDirectory());

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
