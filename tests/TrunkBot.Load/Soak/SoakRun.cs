using System.Globalization;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;
using TrunkBot.Load.Report;

namespace TrunkBot.Load.Soak;

/// <summary>The same half load for a long time: what a process needs must not grow with it.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan s_atFull = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(SoakOptions options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(LoadRun.Root(), "artifacts", "load", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await using var channel = await ChannelHost.StartAsync();
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
            Console.WriteLine(Machine.Describe(folder));
            var order = await OrderAsync(options, folder, channel);
            using var child = await Child.StartAsync(order, http);
            try
            {
                return await SoakAsync(options, order, child, new Player(channel, http, child, isBot: true), channel);
            }
            catch (Exception)
            {
                await Console.Error.WriteLineAsync(child.LastWords());
                throw;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // One room takes what a hundred would: nothing may wait for Teams, or the wait would be all that is seen.
    private static async Task<ChildOrder> OrderAsync(SoakOptions options, string folder, ChannelHost channel)
    {
        var order = await options.BackEnd.FirstAsync(await Orders.BotAsync(folder, channel), folder);
        return Orders.In(order, order.Name, order.Folder, ("Jobs__NoticesPerSecond", "1000"), ("Jobs__NoticesPerHalfMinute", "30000"),
            ("Jobs__NoticesPerHour", "1000000"), ("Jobs__NoticesPerSecondInTenant", "10000"));
    }

    private static async Task<int> SoakAsync(SoakOptions options, ChildOrder order, Child child, Player player, ChannelHost channel)
    {
        Console.WriteLine(await WarmUp.PlayAsync(player, new Waterfall()));
        var crowd = new Crowd(player, channel);
        var most = await crowd.PlayAsync(s_atFull, null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{most:F1} requests a second at full load; {most / 2:F1} for {options.Time}"));
        var before = crowd.Turns;
        var play = crowd.PlayAsync(options.Time, most / 2);
        var samples = await new Samples(child, options.BackEnd, order, crowd).TakeAsync(play);
        var rate = await play;
        var counters = Flatness.Of(samples);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{crowd.Turns - before} turns, {rate:F1} requests a second, {samples.Count} samples, peak {child.Vitals.PeakBytes / 1e6:F0} MB\n"));
        Console.WriteLine("| | first third | last third | |\n|---|---:|---:|---|");
        counters.ForEach(Console.WriteLine);
        return counters.TrueForAll(counter => counter.IsFlat) ? 0 : 1;
    }
}
