using System.Text;

namespace TrunkBot.Tests.Trunks;

/// <summary>Text as hostile as chance makes it: pieces of real values between control, bidirectional and broken characters.</summary>
internal static class Noise
{
    private static readonly string[] Pieces =
    [
        "+1415", "5550100", ",", ";", "\n", " ", "(0)", "tel:", "ext", "sip:", "@", ":5060", "[", "]", "::1", "127.0.0.1", ".", "..", "-",
        "twilio.com", "pstn", "xn--", "xn--a", "xn--80ak6aa92e", "example", "ü", "а", "日本", "👩‍👩‍👧", "\uD800", "\uDC00", "\u202E",
        "\u200B", "\0", "\x1b[31m", "\uFFFE", "\uFDD0", "<script>", "](http://x.y)", "`", "\"", "\\", "%", "{0}", "outbound", "a", "B", "0", "１",
    ];

    public static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(12); count > 0; count--)
            text.Append(random.Next(8) is 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
        return random.Next(40) is 0 ? string.Concat(Enumerable.Repeat(text.ToString(), 200)) : text.ToString();
    }
}
