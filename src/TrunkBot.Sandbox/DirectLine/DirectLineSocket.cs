using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>Sends one page its frames until either side ends it.</summary>
internal sealed class DirectLineSocket(IHostApplicationLifetime lifetime)
{
    internal async Task RunAsync(HttpContext http, ConversationStream stream, long seen)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        // First: whoever has an open socket misses nothing.
        var frames = stream.Open(seen);
        try
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            var listening = ListenAsync(socket, end);
            await SendAsync(socket, frames, end.Token);
            await end.CancelAsync();
            await listening;
        }
        finally
        {
            stream.Close(frames);
        }
    }

    private static async Task SendAsync(WebSocket socket, Channel<string> frames, CancellationToken end)
    {
        try
        {
            await foreach (var frame in frames.Reader.ReadAllAsync(end))
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, end);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }

    /// <summary>The client says nothing but that it lives; what matters is that it goes away.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource end)
    {
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, end.Token)).MessageType != WebSocketMessageType.Close)
                continue;
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        await end.CancelAsync();
    }
}
