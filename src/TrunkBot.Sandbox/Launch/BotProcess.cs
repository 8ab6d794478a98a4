using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TrunkBot.Sandbox.Launch;

/// <summary>The bot as a child of the sandbox: started from its project, ended with the sandbox.</summary>
internal sealed class BotProcess : IDisposable
{
    internal static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly string[] NotForTheChild = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_URLS", "DOTNET_LAUNCH_PROFILE"];

    private readonly Process process;

    private BotProcess(Process process) => this.process = process;

    internal Task EndedAsync => process.WaitForExitAsync();

    internal static BotProcess Start(string project, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (var argument in (string[])["run", "--project", project, "--no-launch-profile"])
            start.ArgumentList.Add(argument);
        foreach (var name in NotForTheChild)
            start.Environment.Remove(name);
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.TryAdd("Logging__LogLevel__Default", "Warning");
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new(Process.Start(start) ?? throw new InvalidOperationException("The bot could not be started."));
    }

    /// <summary>Waits until the bot says that it lives. False when it has ended instead.</summary>
    internal async Task<bool> LivesAsync(Uri health)
    {
        using var client = HealthClient();
        while (!process.HasExited)
        {
            if (await AnswersAsync(client, health, CancellationToken.None))
                return true;
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
        return false;
    }

    internal static Uri HealthOf(Uri endpoint) => new(endpoint, "/health/live");

    internal static HttpClient HealthClient() =>
        new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        process.Dispose();
    }

    internal static async Task<bool> AnswersAsync(HttpClient client, Uri health, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(health, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
