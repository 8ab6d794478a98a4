using System.Data.Common;
using TrunkBot.Load.BackEnds;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;
using TrunkBot.Load.Report;

namespace TrunkBot.Load;

/// <summary>The whole run: every program is made warm, then all are measured in turn, round by round; one table at the end.</summary>
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
            Console.WriteLine(Machine.Describe(folder));
            using var bare = new BareRates();
            var subjects = await SubjectsAsync(options, folder, channel, bare);
            var cases = CasesOf(options);
            await LoadAsync(subjects, cases, options, channel, http, bare);
            await StartColdAsync(subjects, options.Rounds, channel, http);
            Console.WriteLine();
            Console.WriteLine(Table.Of(subjects[0], subjects[1..], bare, cases));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What can go wrong with the programs that are measured, and is said in a sentence.</summary>
    public static bool IsExpected(Exception failure) =>
        failure is WrongAnswerException or InvalidOperationException or TimeoutException or HttpRequestException or DbException or FormatException;

    private static List<Case> CasesOf(LoadOptions options) =>
    [
        .. options.Levels.Select(level => new Case(new Waterfall(), level)),
        .. options.AllScenarios ? [new(new Form(isSubmitted: true), Goal.AtOnce), new(new Form(isSubmitted: false), Goal.AtOnce)] : Array.Empty<Case>(),
    ];

    // The floor first.
    private static async Task<List<Subject>> SubjectsAsync(LoadOptions options, string folder, ChannelHost channel, BareRates bare)
    {
        var floor = Orders.Floor(folder);
        List<Subject> subjects = [new("floor", floor, floor, null)];
        var bot = await Orders.BotAsync(folder, channel);
        foreach (var backEnd in options.BackEnds)
        {
            await bare.AddAsync(backEnd, new BareInsert(backEnd.Connect(await backEnd.FirstAsync(bot, Folder("bare"))), backEnd.Flush));
            foreach (var program in options.OtherPrograms.Prepend(bot.Program))
            {
                var name = program == bot.Program ? backEnd.Name : $"{Path.GetFileName(Path.GetDirectoryName(program))}, {backEnd.Name}";
                var order = bot with { Program = program };
                subjects.Add(new(name, await backEnd.FirstAsync(order, Folder("load")), await backEnd.FirstAsync(order, Folder("cold")), backEnd));
            }
        }

        return subjects;

        string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, $"{name}-{Guid.NewGuid():N}")).FullName;
    }

    private static async Task LoadAsync(
        List<Subject> subjects, List<Case> cases, LoadOptions options, ChannelHost channel, HttpClient http, BareRates bare)
    {
        var surplus = channel.Mailbox.Surplus;
        var players = new List<(Subject Subject, Child Child, Player Player)>();
        try
        {
            foreach (var subject in subjects)
            {
                var child = await Child.StartAsync(subject.Order, http);
                players.Add((subject, child, new Player(channel, http, child, subject.IsBot)));
            }

            foreach (var (subject, _, player) in players)
                await WarmAsync(subject, player, cases);
            for (var round = 0; round < options.Rounds; round++)
                await RoundAsync(round % 2 == 0 ? players : [.. Enumerable.Reverse(players)], cases, options.Measure, bare);
            foreach (var (subject, child, _) in players)
                subject.AtEnd = child.Vitals;
            if (channel.Mailbox.Surplus != surplus)
                throw new WrongAnswerException($"{channel.Mailbox.Surplus - surplus} activities came that nothing had asked for");
        }
        catch (Exception)
        {
            foreach (var (_, child, _) in players)
                await Console.Error.WriteLineAsync(child.LastWords());
            throw;
        }
        finally
        {
            players.ForEach(player => player.Child.Dispose());
        }
    }

    private static async Task WarmAsync(Subject subject, Player player, List<Case> cases)
    {
        foreach (var scenario in cases.Select(played => played.Scenario).DistinctBy(scenario => scenario.Name))
            Console.WriteLine($"{subject.Name} {scenario.Name}: {await WarmUp.PlayAsync(player, scenario)}");
    }

    // In turn, and each goes first every other round: what disturbs one disturbs all.
    private static async Task RoundAsync(List<(Subject Subject, Child Child, Player Player)> players, List<Case> cases, TimeSpan time, BareRates bare)
    {
        foreach (var played in cases)
        {
            foreach (var (subject, _, player) in players)
            {
                if (!subject.Rounds.TryGetValue(played, out var rounds))
                    subject.Rounds.Add(played, rounds = []);
                rounds.Add(await player.PlayAsync(played.Scenario, played.AtOnce, time));
            }

            if (played.Scenario is Waterfall)
                await bare.MeasureAsync(played.AtOnce, time / 2);
        }
    }

    private static async Task StartColdAsync(List<Subject> subjects, int starts, ChannelHost channel, HttpClient http)
    {
        foreach (var subject in subjects)
            await ColdStartRun.OnceAsync(subject.ColdOrder, channel, http, subject.IsBot); // The store is made by a start that does not count.
        for (var start = 0; start < starts; start++)
        {
            foreach (var subject in start % 2 == 0 ? subjects : Enumerable.Reverse(subjects))
                subject.ColdStarts.Add(await ColdStartRun.OnceAsync(subject.ColdOrder, channel, http, subject.IsBot));
        }
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
