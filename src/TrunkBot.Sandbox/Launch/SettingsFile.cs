namespace TrunkBot.Sandbox.Launch;

/// <summary>The bot's settings as environment variables in a file that a shell can read; for its owner alone, since secrets are among them.</summary>
internal static class SettingsFile
{
    internal static async Task WriteAsync(string file, IReadOnlyDictionary<string, string?> settings)
    {
        // Whoever waits for the file must never see half of it.
        var unfinished = file + ".new";
        File.Delete(unfinished);
        await using (var writer = new StreamWriter(unfinished, OwnerOnly()))
            foreach (var (key, value) in settings)
                await writer.WriteLineAsync($"{key.Replace(":", "__", StringComparison.Ordinal)}='{value}'");
        File.Move(unfinished, file, overwrite: true);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
