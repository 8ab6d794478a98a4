using System.Globalization;
using System.Text.Json;
using TrunkBot.Load.BackEnds;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;
using TrunkBot.Load.Report;

namespace TrunkBot.Load.Scale;

/// <summary>The same bot on a thousand and on a million finished requests, and drafts of others beside them, asked the same things in turn.</summary>
internal static class ScaleRun
{
    private static readonly string[] s_lines = ["/trunk new", "/trunk list", "/trunk requests", "/trunk show", "/trunk approve"];

    public static async Task<int> RunAsync(ScaleOptions options)
    {
        var root = LoadRun.Root();
        var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "load", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await using var channel = await ChannelHost.StartAsync();
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
            var bot = await Orders.BotAsync(folder, channel);
            Console.WriteLine(Machine.Describe(folder));
            foreach (var backEnd in options.BackEnds)
                await RunAsync(backEnd, bot, options, channel, http);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(IBackEnd backEnd, ChildOrder bot, ScaleOptions options, ChannelHost channel, HttpClient http)
    {
        var first = await backEnd.FirstAsync(bot, Directory.CreateDirectory(Path.Combine(bot.Folder, backEnd.Name)).FullName);
        await FinishOneAsync(first, channel, http);
        using var few = await StoreAsync(backEnd, first, "few", options.Few, channel, http);
        using var many = await StoreAsync(backEnd, first, "many", options.Many, channel, http);
        Console.WriteLine();
        Console.WriteLine(await MeasureAsync(backEnd, few, many, options.Times));
    }

    private static async Task FinishOneAsync(ChildOrder order, ChannelHost channel, HttpClient http)
    {
        using var child = await Child.StartAsync(order, http);
        var player = new Player(channel, http, child, isBot: true);
        var (asker, _) = await player.AskAsync();
        var told = player.NextAsync(asker);
        await player.SayAsync(new Talk(channel.ServiceUrl, Identity.ApproverId), "/trunk approve TR-1");
        Expect(await told, "Created");
    }

    private static async Task<Store> StoreAsync(IBackEnd backEnd, ChildOrder first, string name, int count, ChannelHost channel, HttpClient http)
    {
        var folder = $"{first.Folder}-{name}";
        CopyFolder(first.Folder, folder);
        var order = await backEnd.CopyAsync(first, name, folder);
        await Copies.MakeAsync(backEnd, order, count);
        return await Store.StartAsync(order, count, channel, http);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static async Task<string> MeasureAsync(IBackEnd backEnd, Store few, Store many, int times)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"| {backEnd.Name}: p50 (p99), ms | {few.Count:N0} finished | {many.Count:N0} finished | ratio of p50 |"),
            "|---|---:|---:|---:|",
        };
        foreach (var line in s_lines)
        {
            var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
            for (var time = -times / 4; time < times; time++)
            {
                // In turn, and each goes first every other time: what disturbs one disturbs both.
                foreach (var (store, kept) in time % 2 == 0 ? [(few, fewTimes), (many, manyTimes)] : new[] { (many, manyTimes), (few, fewTimes) })
                {
                    var took = await store.TimeAsync(line);
                    if (time >= 0)
                        kept.Add(took.TotalMilliseconds);
                }
            }

            lines.Add(Row(line, Sorted(fewTimes), Sorted(manyTimes)));
        }

        return string.Join('\n', lines);
    }

    private static List<double> Sorted(List<double> times) => [.. times.Order()];

    private static string Row(string line, List<double> few, List<double> many) => string.Create(CultureInfo.InvariantCulture,
        $"| `{line}` | {few[few.Count / 2]:F2} ({few[few.Count * 99 / 100]:F2}) | {many[many.Count / 2]:F2} ({many[many.Count * 99 / 100]:F2}) | {many[many.Count / 2] / few[few.Count / 2]:F2} |");

    internal static void Expect(JsonElement reply, string word)
    {
        if (!reply.GetRawText().Contains(word, StringComparison.Ordinal))
            throw new WrongAnswerException($"'{word}' should be said, but the bot sent {reply}");
    }
}
