using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.Shape;
using TrunkBot.Tests.World;
using TrunkBot.Tests.World.Postgres;

namespace TrunkBot.Tests.Deploy;

/// <summary>The README's section about several machines, as it is written: its commands, two processes, PostgreSQL, and Debian's nginx before them.</summary>
public sealed partial class SeveralMachinesTests : IAsyncLifetime
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-machines-");
    private readonly int[] _ports = [Company.FreePort(), Company.FreePort(), Company.FreePort()];
    private PostgresDatabase _database = null!;
    private Process _shell = null!;

    [Fact]
    public async Task Two_processes_behind_nginx_take_a_request_to_its_trunk_while_one_of_them_is_stopped()
    {
        using var late = new CancellationTokenSource(s_longest);
        var (riya, omar) = (new Talker(_sandbox, "riya"), new Talker(_sandbox, "omar"));
        for (var number = 1; number <= 6; number++)
        {
            await riya.SaysAsync("/trunk new");
            Assert.Equal(200, (await riya.ClicksAsync("Submit", inputs: Sample.Another(number))).Delivery.Status);
            // From the third request on one process is being asked to end.
            if (number == 3)
                await SignalAsync("TERM", (await PidsAsync())[0]);
            Assert.Contains($"TR-{number} is approved", (await omar.SaysAsync($"/trunk approve TR-{number}")).Text, StringComparison.Ordinal);
            await _sandbox.Channel.Sent.WaitForAsync(sent => IsToldCreated(sent, number), late.Token);
        }

        Assert.Equal(6, _sandbox.VideoSdk.Trunks.Count);
        Assert.Equal(6, _sandbox.VideoSdk.Requests.Count(request => request.Method == "POST"));
    }

    private static bool IsToldCreated(SentActivity sent, int number) =>
        Cards.Words(sent.Card) is var words
        && words.Contains("Trunk id:", StringComparison.Ordinal)
        && words.Contains(string.Create(CultureInfo.InvariantCulture, $"TR-{number}"), StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        await _sandbox.StartAsync();
        _database = await MigratedDatabases.CopyInClusterAsync();
        _sandbox.BotEndpoints = [new Uri(Balancer, "/api/messages")];
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "deploy"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "deploy/nginx.conf"), Here(await File.ReadAllTextAsync(Repository("deploy/nginx.conf"))));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "as-written.sh"), $"{Here(await CommandsAsync())}\njobs -p > pids.tmp && mv pids.tmp pids\nwait\n");
        _shell = StartShell();
        await AnswersAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var pid in await PidsAsync())
            await SignalAsync("TERM", pid);
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Uri Balancer => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_ports[2]}"));

    private static string Repository(string path) => Path.Combine(Source.Root, path);

    private static async Task<string> CommandsAsync() =>
        Section().Match(await File.ReadAllTextAsync(Repository("README.md"))).Groups["commands"].Value;

    // Other ports and this database; everything else stands as it is written.
    private string Here(string written) => written
        .Replace("127.0.0.1:3978", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_ports[0]}"), StringComparison.Ordinal)
        .Replace("127.0.0.1:3988", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_ports[1]}"), StringComparison.Ordinal)
        .Replace("127.0.0.1:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_ports[2]}"), StringComparison.Ordinal)
        .Replace("Host=127.0.0.1;Database=trunkbot;Username=trunkbot;Password=...", _database.Connection, StringComparison.Ordinal)
        .Replace("TrunkBot.dll", $"\"{typeof(TrunkBotApp).Assembly.Location}\"", StringComparison.Ordinal);

    private Process StartShell()
    {
        var start = new ProcessStartInfo("bash", ["-eu", "as-written.sh"]) { WorkingDirectory = _folder.FullName };
        foreach (var (key, value) in _sandbox.BotSettings(_ports[0], Path.Combine(_folder.FullName, "unused.db")))
            if (key is not "Urls" and not "ConnectionStrings:TrunkBot")
                start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        // Debian keeps it where only root looks.
        start.Environment["PATH"] += ":/usr/sbin";
        return Process.Start(start)!;
    }

    private async Task AnswersAsync()
    {
        using var late = new CancellationTokenSource(s_longest);
        using var http = new HttpClient();
        foreach (var port in _ports)
            while (!await IsReadyAsync(http, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/health/ready")), late.Token))
                await Task.Delay(100, late.Token);
    }

    private async Task<bool> IsReadyAsync(HttpClient http, Uri address, CancellationToken ct)
    {
        if (_shell.HasExited)
            throw new InvalidOperationException("The commands of the README have ended.");
        try
        {
            using var answer = await http.GetAsync(address, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string[]> PidsAsync() =>
        File.Exists(Path.Combine(_folder.FullName, "pids")) ? await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "pids")) : [];

    private static async Task SignalAsync(string name, string pid)
    {
        using var kill = Process.Start("kill", [$"-{name}", pid]);
        await kill.WaitForExitAsync();
    }

    [GeneratedRegex("## Run it on several machines.*?```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Section();
}
