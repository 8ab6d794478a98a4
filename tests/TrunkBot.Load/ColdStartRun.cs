using System.Diagnostics;
using System.Globalization;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;
using TrunkBot.Load.Report;

namespace TrunkBot.Load;

/// <summary>
/// <c>--cold-start PROGRAM ...</c>: other copies of the bot, such as the one out of an image, beside the one that is measured here: from the start of the
/// process to its first answer. They take turns, so that a machine's good and bad moments fall on all.
/// </summary>
internal static class ColdStartRun
{
    private const int Starts = 15;

    public static async Task<int> RunAsync(string[] programs)
    {
        if (Array.Find(programs, program => !File.Exists(program)) is { } program)
        {
            await Console.Error.WriteLineAsync($"There is no program at {program}. Name the TrunkBot.dll of a published bot.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("trunkbot-load-").FullName;
        try
        {
            await using var channel = await ChannelHost.StartAsync();
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
            var measured = await Orders.BotAsync(folder, channel);
            (ChildOrder Order, List<ColdStart> Starts)[] all =
                [(measured, []), .. programs.Select((other, at) => (Other(measured, other, Path.Combine(folder, $"other-{at}")), new List<ColdStart>()))];
            foreach (var (order, _) in all)
                await OnceAsync(order, channel, http); // The database is made by a start that does not count.
            for (var start = 0; start < Starts; start++)
                foreach (var (order, starts) in start % 2 == 0 ? all : all.Reverse())
                    starts.Add(await OnceAsync(order, channel, http));
            Console.WriteLine($"{Starts} starts each, ms: lower quarter, median and upper quarter of the time, then of the processors' time; memory at its highest, MB");
            foreach (var (order, starts) in all)
                Console.WriteLine($"{Quarters(starts.Select(one => one.Time))}\t{Quarters(starts.Select(one => one.Cpu))}\t{Medians.Of(starts.Select(one => one.PeakBytes / 1e6)):F0}\t{order.Program}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>With a database of its own: an older program refuses one that a newer has migrated.</summary>
    private static ChildOrder Other(ChildOrder measured, string program, string folder)
    {
        Directory.CreateDirectory(folder);
        var order = Orders.In(measured, "other", folder, ("ConnectionStrings__TrunkBot", $"Data Source={Path.Combine(folder, "trunkbot.db")}"));
        return order with { Program = Path.GetFullPath(program) };
    }

    /// <summary>One start, on the database that is there.</summary>
    public static async Task<ColdStart> OnceAsync(ChildOrder order, ChannelHost channel, HttpClient http, bool isBot = true)
    {
        using var child = await Child.StartAsync(order, http);
        await new Player(channel, http, child, isBot).FirstTurnAsync();
        return new ColdStart(Stopwatch.GetElapsedTime(child.StartedAt), child.CpuTime, child.Vitals.PeakBytes);
    }

    private static string Quarters(IEnumerable<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(time => time.TotalMilliseconds).Order()];
        return string.Join('\t', new[] { 1, 2, 3 }.Select(quarter => sorted[(sorted.Length - 1) * quarter / 4].ToString("F0", CultureInfo.InvariantCulture)));
    }
}

/// <summary>From the start of the process to its first answer.</summary>
/// <param name="Time">On the clock.</param>
/// <param name="Cpu">Of all processors, which another program's load changes less.</param>
/// <param name="PeakBytes">Resident memory at its highest.</param>
internal readonly record struct ColdStart(TimeSpan Time, TimeSpan Cpu, long PeakBytes);
