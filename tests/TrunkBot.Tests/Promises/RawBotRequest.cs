using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TrunkBot.Tests.Promises;

/// <summary>An HTTP request written byte by byte, for what no client library would write.</summary>
internal static class RawBotRequest
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends head and body and returns the status; the body is sent only as long as there is no answer.</summary>
    public static async Task<int> SendAsync(Uri bot, string method, IEnumerable<string> headers, IEnumerable<byte[]> body)
    {
        using var late = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        await client.ConnectAsync(bot.Host, bot.Port, late.Token);
        await using var stream = client.GetStream();
        string[] lines = [.. headers];
        var host = lines.Any(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)) ? "" : $"Host: {bot.Authority}\r\n";
        var head = $"{method} {bot.AbsolutePath} HTTP/1.1\r\n{host}{string.Concat(lines.Select(line => line + "\r\n"))}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), late.Token);
        var answer = StatusAsync(stream, late.Token);
        await WriteAsync(stream, body, answer, late.Token);
        return await answer;
    }

    public static IEnumerable<byte[]> Chunked(IEnumerable<byte[]> body) => body
        .Select(part => (byte[])[.. Encoding.ASCII.GetBytes($"{part.Length:x}\r\n"), .. part, .. "\r\n"u8])
        .Append("0\r\n\r\n"u8.ToArray());

    private static async Task WriteAsync(NetworkStream stream, IEnumerable<byte[]> body, Task answer, CancellationToken ct)
    {
        try
        {
            foreach (var part in body.TakeWhile(_ => !answer.IsCompleted))
                await stream.WriteAsync(part, ct);
        }
        catch (IOException)
        {
            // The bot has answered and hung up.
        }
    }

    private static async Task<int> StatusAsync(NetworkStream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync(ct) ?? throw new IOException("The bot hung up without an answer.");
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
