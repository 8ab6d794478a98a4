using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrunkBot.Tests.World;

/// <summary>A proxy behind which hosts of the world are on this machine. Whatever it has no way to stays out of reach.</summary>
internal sealed class Tunnel : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, int> _ways = new(StringComparer.OrdinalIgnoreCase);

    public Tunnel()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public void Lead(string hostAndPort, int localPort) => _ways[hostAndPort] = localPort;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var here = client;
        using var there = new TcpClient();
        try
        {
            var head = await HeadAsync(here.GetStream());
            var target = head.Split(' ')[1];
            var isPlain = Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme == "http";
            if (!_ways.TryGetValue(isPlain ? $"{uri!.Host}:{uri.Port}" : target, out var port))
            {
                await here.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                return;
            }

            await there.ConnectAsync(IPAddress.Loopback, port);
            await (isPlain
                ? there.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head))
                : here.GetStream().WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray()));
            await Task.WhenAny(here.GetStream().CopyToAsync(there.GetStream()), there.GetStream().CopyToAsync(here.GetStream()));
        }
        catch (IOException)
        {
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (!(head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n"))
        {
            await stream.ReadExactlyAsync(next);
            head.Append((char)next[0]);
        }

        return head.ToString();
    }
}
