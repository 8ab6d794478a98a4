using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TrunkBot.Load.Report;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    private static readonly string[] s_tuning = ["Tiered", "TC_", "ReadyToRun", "GC", "EnableWriteXorExecute", "OSR"];

    public static string Describe(string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Model()}), {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}; "
        + $"database on {FileSystem(folder)}, where a flush to the disk takes {FlushTime(folder):F2} ms. Bot, channel and load share the cores.{Others()}{Runtime()}");

    // How many processes worked or waited for a core before this one began.
    private static string Others() => Lines("/proc/loadavg").Select(line => $" The machine's load was {line.Split(' ')[0]} before.").FirstOrDefault("");

    // Settings of the runtime are handed on to every program that is measured.
    private static string Runtime() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => s_tuning.Any(word => name.StartsWith($"DOTNET_{word}", StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal)
        .Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")
        .ToList() is { Count: > 0 } set ? $" With {string.Join(", ", set)}." : "";

    private static string Model() => Lines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault(RuntimeInformation.ProcessArchitecture.ToString());

    private static string FileSystem(string folder) => Lines("/proc/mounts")
        .Select(line => line.Split(' '))
        .Where(mount => mount.Length > 2 && folder.StartsWith(mount[1], StringComparison.Ordinal))
        .OrderBy(mount => mount[1].Length)
        .Select(mount => mount[2])
        .LastOrDefault("an unknown file system");

    // The median: what a turn waits for before its answer may leave.
    private static double FlushTime(string folder)
    {
        var path = Path.Combine(folder, "flush");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
        var times = Enumerable.Range(0, 101).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            file.Write(new byte[4096]);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        return times.Order().ElementAt(50);
    }

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
