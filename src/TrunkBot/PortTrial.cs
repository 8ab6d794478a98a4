using System.Net;
using System.Net.Sockets;
using TrunkBot.Storage;

namespace TrunkBot;

/// <summary>Tries whether the web server will be able to listen, before anything is changed: it would end with a stack.</summary>
internal static class PortTrial
{
    /// <exception cref="StartException">One of the addresses cannot be listened on.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var address in Surroundings.ListeningAddresses(configuration))
        {
            var parsed = BindingAddress.Parse(address);
            if (parsed is { IsUnixPipe: false, IsNamedPipe: false, Port: not 0 } && ProblemOf(address, parsed) is { } problem)
                throw new StartException(problem);
        }
    }

    private static string? ProblemOf(string address, BindingAddress parsed)
    {
        try
        {
            foreach (var ip in AddressesOf(parsed.Host))
                Try(new IPEndPoint(ip, parsed.Port));
            return null;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => StartTexts.PortTaken(address),
                SocketError.AccessDenied => StartTexts.PortForbidden(address),
                SocketError.AddressNotAvailable => StartTexts.NotThisMachine(address),
                // The web server knows more of them, such as what to do without IPv6.
                _ => null,
            };
        }
    }

    private static IEnumerable<IPAddress> AddressesOf(string host) =>
        IPAddress.TryParse(host, out var ip) ? [ip]
        : string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback]
        : [Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any];

    private static void Try(IPEndPoint endpoint)
    {
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (endpoint.Address.Equals(IPAddress.IPv6Any))
            socket.DualMode = true;
        socket.Bind(endpoint);
        socket.Listen();
    }
}
