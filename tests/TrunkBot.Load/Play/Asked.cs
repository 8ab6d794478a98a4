using System.Globalization;

namespace TrunkBot.Load.Play;

/// <summary>What people enter; no two conversations ask for the same trunk.</summary>
internal static class Asked
{
    public const string Direction = "outbound";

    public static string Name(Talk talk) => Numbered($"voice agents {talk.Number}");

    public static string Host(Talk talk) => Numbered($"acme{talk.Number}.pstn.twilio.com");

    // Ten-digit numbers of California that exist; after eight million trunks the first comes again.
    public static string PhoneNumber(Talk talk) => Numbered($"+1415{2_000_000 + talk.Number % 7_900_000}");

    public static string Username(Talk talk) => Numbered($"acme{talk.Number}");

    private static string Numbered(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
