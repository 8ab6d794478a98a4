using System.Net;
using System.Net.Sockets;

namespace TrunkBot.Tests.World;

/// <summary>Ports that nobody listens on, none twice, and below those that a system gives to its connections: nobody takes one before it is used.</summary>
internal static class Ports
{
    private const int First = 20_000, Count = 12_000;

    private static int s_last = Random.Shared.Next(Count);

    public static int Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref s_last) & int.MaxValue) % Count;
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
