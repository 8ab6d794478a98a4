using System.Globalization;

namespace TrunkBot.Load.Children;

/// <summary>What Linux says of a process: its memory now and at its highest, open files and sockets, and threads.</summary>
internal readonly record struct Vitals(long ResidentBytes, long PeakBytes, int Handles, int Threads)
{
    public static Vitals Of(int process)
    {
        var status = File.ReadAllLines($"/proc/{process}/status").Select(line => line.Split(':', 2)).ToDictionary(line => line[0], line => line[1].Trim());
        return new Vitals(
            Number(status["VmRSS"]) * 1024, Number(status["VmHWM"]) * 1024, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, (int)Number(status["Threads"]));
    }

    // "123456 kB"
    private static long Number(string text) => long.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);
}
