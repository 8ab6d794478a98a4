using TrunkBot.Secrets.Redaction;

namespace TrunkBot.Secrets.Keys;

/// <summary>The folder of the keys: found beside the database, made for its owner alone.</summary>
internal static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static string Default(string? connectionString)
    {
        var file = ConnectionText.Value(connectionString, "Data Source", "DataSource", "Filename");
        var isFile = file is not null && !file.StartsWith(':') && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        var folder = isFile ? Path.GetDirectoryName(Path.GetFullPath(file!)) : null;
        return Path.Combine(folder ?? Directory.GetCurrentDirectory(), "keys");
    }

    public static DirectoryInfo Open(string path)
    {
        var folder = new DirectoryInfo(Path.GetFullPath(path));
        if (folder.Exists)
            return folder;
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder.FullName)
            : Directory.CreateDirectory(folder.FullName, OwnerOnly);
    }

    public static bool IsOpenToOthers(DirectoryInfo folder) =>
        !OperatingSystem.IsWindows() && (folder.UnixFileMode & Others) != 0;
}
