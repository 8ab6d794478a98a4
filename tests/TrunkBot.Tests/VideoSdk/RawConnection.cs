using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace TrunkBot.Tests.VideoSdk;

internal sealed partial class RawConnection(TcpClient client, Action<string> note, CancellationToken stop)
{
    private readonly NetworkStream _stream = client.GetStream();

    public Task WriteAsync(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask();

    /// <summary>Reads until the whole request is there; false when the other side has closed.</summary>
    public async Task<bool> ReadRequestAsync() => await ReadAsync(text =>
        text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and >= 0 && text.Length - end - 4 >= LengthIn(text));

    /// <summary>Reads at least one byte.</summary>
    public Task<bool> ReadSomethingAsync() => ReadAsync(text => text.Length > 0);

    public Task WaitUntilStoppedAsync() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Closes with a reset instead of an orderly end.</summary>
    public void Reset() => client.Client.Close(0);

    private async Task<bool> ReadAsync(Func<string, bool> enough)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!enough(text))
        {
            var count = await _stream.ReadAsync(buffer, stop);
            if (count == 0)
                return false;
            var part = Encoding.Latin1.GetString(buffer, 0, count);
            note(part);
            text += part;
        }

        return true;
    }

    private static int LengthIn(string request) =>
        ContentLength().Match(request) is { Success: true } length ? int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("Content-Length: ([0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();
}
