using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;
using TrunkBot.Load.Report;

namespace TrunkBot.Load;

/// <summary>The whole run: both programs, every level, one table.</summary>
internal static class LoadRun
{
    public static async Task<int> RunAsync(LoadOptions options)
    {
        var root = Root();
        var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "load", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await using var channel = await ChannelHost.StartAsync();
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
            var floorOrder = Orders.Floor(folder);
            var botOrder = await Orders.BotAsync(folder, channel);
            var floor = await MeasureAsync(floorOrder, isBot: false, channel, http, options);
            var bot = await MeasureAsync(botOrder, isBot: true, channel, http, options);
            Console.WriteLine(Machine.Describe(folder));
            Console.WriteLine();
            Console.WriteLine(Table.Of(floor, bot));
            return 0;
        }
        catch (Exception failure) when (failure is WrongAnswerException or InvalidOperationException or TimeoutException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"The load failed: {failure.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ProgramNumbers> MeasureAsync(
        ChildOrder order, bool isBot, ChannelHost channel, HttpClient http, LoadOptions options) => new(
        await LevelsAsync(order, isBot, channel, http, options),
        await ColdStartAsync(order, isBot, channel, http, options.ColdStarts));

    private static async Task<List<Measured>> LevelsAsync(
        ChildOrder order, bool isBot, ChannelHost channel, HttpClient http, LoadOptions options)
    {
        var surplus = channel.Mailbox.Surplus;
        using var child = await Child.StartAsync(order, http);
        var player = new Player(channel, http, child, isBot);
        try
        {
            if (options.WarmUp > TimeSpan.Zero)
                await player.PlayAsync(16, options.WarmUp, options.MostConversations);
            var levels = new List<Measured>();
            foreach (var level in options.Levels)
                levels.Add(await player.PlayAsync(level, options.Measure, options.MostConversations));
            return channel.Mailbox.Surplus == surplus
                ? levels
                : throw new WrongAnswerException($"{channel.Mailbox.Surplus - surplus} activities came that nothing had asked for");
        }
        catch (Exception)
        {
            await Console.Error.WriteLineAsync(child.LastWords());
            throw;
        }
    }

    // The median of some starts, on the database that is there.
    private static async Task<TimeSpan> ColdStartAsync(ChildOrder order, bool isBot, ChannelHost channel, HttpClient http, int starts)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < starts; i++)
            times.Add((await ColdStartRun.OnceAsync(order, channel, http, isBot)).Time);
        return times.Order().ElementAt(times.Count / 2);
    }

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TrunkBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("TrunkBot.sln was not found above the program.");
    }
}
