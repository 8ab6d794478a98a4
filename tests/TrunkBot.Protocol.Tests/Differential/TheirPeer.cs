using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using TrunkBot.Protocol.Tests.Authentication;
using TrunkBot.Tests.World;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>A bot on npm botbuilder, over HTTP: one process for all inputs.</summary>
internal sealed class TheirPeer(Process process, Uri endpoint) : IAsyncDisposable
{
    public Uri Endpoint => endpoint;

    public static async Task<TheirPeer> StartAsync(FakeChannel channel)
    {
        var settings = new JsonObject { ["appId"] = BotSide.AppId, ["metadata"] = $"{channel.Http}metadata" };
        var process = await Node.StartAsync("peer/server.mjs", settings.ToJsonString());
        var port = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        // What it prints from here on is of no interest, and must not fill its pipes.
        _ = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return new TheirPeer(process, new Uri($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}"));
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
