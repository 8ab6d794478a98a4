using System.Diagnostics;
using System.Globalization;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;

namespace TrunkBot.Load;

/// <summary>
/// <c>--cold-start PROGRAM</c>: another copy of the bot, such as the one out of an image, beside the one that is measured here: from the start of the
/// process to its first answer. They take turns, so that a machine's good and bad moments fall on both.
/// </summary>
internal static class ColdStartRun
{
    private const int Starts = 15;

    public static async Task<int> RunAsync(string program)
    {
        if (!File.Exists(program))
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
            (ChildOrder Order, List<double> Times)[] both = [(measured, []), (measured with { Name = "other", Program = Path.GetFullPath(program) }, [])];
            await OnceAsync(measured, channel, http); // The database is made by a start that does not count.
            for (var start = 0; start < Starts; start++)
                foreach (var (order, times) in start % 2 == 0 ? both : both.Reverse())
                    times.Add((await OnceAsync(order, channel, http)).TotalMilliseconds);
            Console.WriteLine($"{Starts} starts each, ms: lower quarter, median, upper quarter");
            foreach (var (order, times) in both)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Quarter(times, 1):F0}\t{Quarter(times, 2):F0}\t{Quarter(times, 3):F0}\t{order.Program}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One start, on the database that is there.</summary>
    public static async Task<TimeSpan> OnceAsync(ChildOrder order, ChannelHost channel, HttpClient http, bool isBot = true)
    {
        using var child = await Child.StartAsync(order, http);
        await new Player(channel, http, child, isBot).FirstTurnAsync();
        return Stopwatch.GetElapsedTime(child.StartedAt);
    }

    private static double Quarter(List<double> times, int quarter) => times.Order().ElementAt((times.Count - 1) * quarter / 4);
}
