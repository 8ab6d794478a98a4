using System.Globalization;

namespace TrunkBot.Tests.World;

/// <summary>VideoSDK's own documented sample values, and a request whose values give no warnings.</summary>
internal static class Sample
{
    public const string Password = "Zq7Canary-Horse-42";

    public static readonly (string Id, string Value)[] VideoSdk =
    [
        ("name", "twilio"), ("domain", "example.pstn.twilio.com"), ("direction", "outbound"),
        ("numbers", "+1234567890"), ("username", "acme"), ("password", Password),
    ];

    public static readonly (string Id, string Value)[] Clean =
    [
        ("name", "voice agents"), ("domain", "acme.pstn.twilio.com"), ("direction", "outbound"),
        ("numbers", "+14155550100"), ("username", "acme"), ("password", Password),
    ];

    /// <summary>As clean, and with nothing in common with the others: a company does not ask twice for the same trunk without being warned.</summary>
    public static (string Id, string Value)[] Another(int number) => number == 1 ? Clean :
    [
        ("name", string.Create(CultureInfo.InvariantCulture, $"voice agents {number}")),
        ("domain", string.Create(CultureInfo.InvariantCulture, $"acme{number}.pstn.twilio.com")), ("direction", "outbound"),
        ("numbers", string.Create(CultureInfo.InvariantCulture, $"+1415{2000000 + number}")),
        ("username", string.Create(CultureInfo.InvariantCulture, $"acme{number}")), ("password", Password),
    ];
}
