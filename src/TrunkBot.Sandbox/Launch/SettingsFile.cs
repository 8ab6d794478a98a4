using System.Text.Json.Nodes;

namespace TrunkBot.Sandbox.Launch;

/// <summary>The bot's settings in a file, as a shell or .NET's configuration reads them; for its owner alone, since secrets are among them.</summary>
internal static class SettingsFile
{
    internal static async Task WriteAsync(string file, IReadOnlyDictionary<string, string?> settings)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Whoever waits for the file must never see half of it.
        var unfinished = file + ".new";
        File.Delete(unfinished);
        await using (var writer = new StreamWriter(unfinished, OwnerOnly()))
            await writer.WriteLineAsync(IsJson(file) ? Json(settings) : Variables(settings));
        File.Move(unfinished, file, overwrite: true);
    }

    private static bool IsJson(string file) => Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private static string Variables(IReadOnlyDictionary<string, string?> settings) =>
        string.Join('\n', settings.Select(one => $"{one.Key.Replace(":", "__", StringComparison.Ordinal)}='{one.Value}'"));

    private static string Json(IReadOnlyDictionary<string, string?> settings) =>
        new JsonObject(settings.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value))).ToJsonString(new() { WriteIndented = true });

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
