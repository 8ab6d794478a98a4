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
}
