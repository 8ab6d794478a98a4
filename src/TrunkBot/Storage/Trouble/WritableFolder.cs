namespace TrunkBot.Storage.Trouble;

/// <summary>Tries whether something can be written where the settings want it, and leaves nothing behind.</summary>
internal static class WritableFolder
{
    /// <summary>What stands in the way of a file in a folder that has to be there; null when nothing does.</summary>
    public static string? ProblemOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
            return StorageTexts.NoFolder(folder);
        if (File.Exists(file))
            return Opens(file, FileMode.Open, FileOptions.None) ? Trial(folder) : StorageTexts.NotWritable(file);
        return Trial(folder);
    }

    /// <summary>What stands in the way of a folder that is made where it is not there.</summary>
    public static string? ProblemOfFolder(string folder)
    {
        var there = Path.GetFullPath(folder);
        while (!Path.Exists(there) && Path.GetDirectoryName(there) is { } above)
            there = above;
        return Trial(there);
    }

    private static string? Trial(string folder) =>
        Opens(Path.Combine(folder, $".trunkbot-{Guid.NewGuid():N}"), FileMode.CreateNew, FileOptions.DeleteOnClose) ? null : StorageTexts.NotWritable(folder);

    private static bool Opens(string file, FileMode mode, FileOptions options)
    {
        try
        {
            using var opened = new FileStream(file, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, options);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
