using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TrunkBot.Tests.World;

namespace TrunkBot.Load.Children;

/// <summary>A program under load: started with its output in a file, measured from outside, and killed at the end.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly ChildOrder _order;

    private Child(ChildOrder order, int port)
    {
        _order = order;
        Endpoint = new Uri($"http://127.0.0.1:{port}/api/messages");
        StartedAt = Stopwatch.GetTimestamp();
        // The shell only turns the output into a file and then becomes the program: reading a pipe would cost us time of the same cores.
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec \"$0\" \"$@\" >>\"$LOAD_OUTPUT\" 2>&1" },
            WorkingDirectory = order.Folder,
        };
        // A program that brings its own .NET is named by its executable.
        string[] program = order.Program.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", "exec", order.Program] : [order.Program];
        foreach (var argument in program.Concat(order.Arguments))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in order.Settings)
            start.Environment[name] = value;
        start.Environment["LOAD_OUTPUT"] = order.Output;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Urls"] = $"http://127.0.0.1:{port}";
        _process = Process.Start(start)!;
    }

    public string Name => _order.Name;

    public Uri Endpoint { get; }

    public long StartedAt { get; }

    /// <summary>What the system says of the process now.</summary>
    public Vitals Vitals => Vitals.Of(_process.Id);

    /// <summary>User and kernel time, of all its threads.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it takes requests.</summary>
    public static async Task<Child> StartAsync(ChildOrder order, HttpClient http)
    {
        var child = new Child(order, Ports.Free());
        try
        {
            await child.WaitAsync(http);
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The last lines of its output, to see why it failed.</summary>
    public string LastWords() => File.Exists(_order.Output) ? string.Join('\n', File.ReadLines(_order.Output).TakeLast(30)) : "";

    private async Task WaitAsync(HttpClient http)
    {
        var live = new Uri(Endpoint, "/health/live");
        while (Stopwatch.GetElapsedTime(StartedAt) < s_patience && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(live);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            // The plain one comes where a connection is taken and dropped while the other side begins to listen.
            catch (Exception notYet) when (notYet is HttpRequestException or SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException($"{Name} did not start.\n{LastWords()}");
    }
}

/// <summary>What to start.</summary>
internal sealed record ChildOrder(string Name, string Program, string Folder, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Settings)
{
    public string Output => Path.Combine(Folder, $"{Name}.log");
}
