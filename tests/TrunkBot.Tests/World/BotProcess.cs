using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TrunkBot.Tests.World;

/// <summary>The bot as a process of its own, which can be killed.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private const string Started = "Application started";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly SemaphoreSlim _isFurther = new(0);

    private BotProcess(IReadOnlyDictionary<string, string?> settings, params ReadOnlySpan<string> arguments) : this(ShippedBot.Program, settings, arguments)
    {
    }

    private BotProcess(string program, IReadOnlyDictionary<string, string?> settings, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts it, and returns once it answers.</summary>
    /// <param name="settings">How.</param>
    /// <param name="program">Of which version; of this one where nothing is said.</param>
    public static async Task<BotProcess> StartAsync(IReadOnlyDictionary<string, string?> settings, string? program = null)
    {
        var bot = Begin(settings, program);
        using var http = new HttpClient { BaseAddress = new Uri(settings["Urls"]!) };
        await bot.UntilAsync(ct => AnswersAsync(http, ct));
        return bot;
    }

    /// <summary>Starts it, and waits for nothing.</summary>
    public static BotProcess Begin(IReadOnlyDictionary<string, string?> settings, string? program = null) => new(program ?? ShippedBot.Program, settings);

    /// <summary>Waits until it has written this.</summary>
    public Task SaysAsync(string text) => UntilAsync(_ => Task.FromResult(HasSaid(text)));

    /// <summary>Starts it, and returns the addresses on which it says that it listens, once it is ready.</summary>
    public static async Task<IReadOnlyList<string>> AddressesAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        await using var bot = new BotProcess(settings, arguments);
        await bot.UntilAsync(_ => Task.FromResult(bot.HasSaid(Started) || bot._process.HasExited));
        if (bot._process.HasExited)
            await bot._process.WaitForExitAsync();
        return bot.HasSaid(Started) ? [.. ListeningOn().Matches(bot.Output).Select(match => match.Groups[1].Value)] : [bot.Output];
    }

    /// <summary>Starts it to look at its settings only, and returns its exit code and what it said.</summary>
    public static Task<(int Code, string Said)> CheckAsync(IReadOnlyDictionary<string, string?> settings) => RunAsync(settings, "--check");

    /// <summary>The same without what it says of the world around it: its first line, which is about the settings.</summary>
    public static async Task<(int Code, string Said)> JudgeAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var (code, said) = await CheckAsync(settings);
        return (code, said.Split('\n')[0]);
    }

    /// <summary>Starts it for one thing, and returns its exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        await using var bot = new BotProcess(settings, arguments);
        using var late = new CancellationTokenSource(Longest);
        await bot._process.WaitForExitAsync(late.Token);
        return (bot._process.ExitCode, bot.Output.Trim());
    }

    /// <summary>SIGKILL: not one more instruction.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an orchestrator asks a process to end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        using var late = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGSTOP: it does nothing and knows nothing of it, as on a machine that is suspended, until it goes on.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task GoOnAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        _output.Enqueue(line ?? "");
        if (line is null || line.Contains("Now listening on", StringComparison.Ordinal) || line.Contains(Started, StringComparison.Ordinal))
            _isFurther.Release();
    }

    private bool HasSaid(string text) => Output.Contains(text, StringComparison.Ordinal);

    // A look that comes too early costs an exception, and there would be many: it says itself when it listens, and its output ends when it does.
    private async Task UntilAsync(Func<CancellationToken, Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(Longest);
        while (!await isSo(late.Token))
        {
            if (_process.HasExited)
            {
                // What it wrote last can still be on its way.
                await _process.WaitForExitAsync(late.Token);
                if (await isSo(late.Token))
                    return;
                throw new InvalidOperationException($"The bot has ended. It said:\n{Output}");
            }

            await _isFurther.WaitAsync(TimeSpan.FromSeconds(1), late.Token);
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex ListeningOn();

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative), ct);
            return answer.IsSuccessStatusCode;
        }
        // The plain one comes where a connection is taken and dropped while the other side begins to listen.
        catch (Exception notYet) when (notYet is HttpRequestException or SocketException)
        {
            return false;
        }
    }
}
