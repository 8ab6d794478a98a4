using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Storage;

/// <summary>What people asked for is nobody else's business on the machine.</summary>
public sealed class OwnersFilesTests
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Every_file_that_the_database_is_made_of_is_its_owners_alone()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        var files = new DirectoryInfo(world.Folder).GetFiles();
        Assert.Contains(files, file => file.Name == "trunkbot.db");
        Assert.Contains(files, file => file.Name == "trunkbot.db-wal");
        Assert.Empty(files.Where(file => (file.UnixFileMode & Others) != 0).Select(file => $"{file.Name} {file.UnixFileMode}"));
    }

    [Fact]
    public async Task A_database_that_was_there_and_that_others_can_read_is_named_in_the_log()
    {
        await using var world = await Company.StartAsync();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(world.DatabaseFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await world.RestartAsync();
        Assert.Contains(world.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(world.DatabaseFile, StringComparison.Ordinal));
    }
}
