using System.Text;

namespace TrunkBot.Tests.Promises;

/// <summary>The search itself: it finds what it is for.</summary>
public sealed class CanaryTests
{
    private const string Value = "Zq7+Horse&\"Battery\"/42";
    private readonly Canary _canary = new(Value);

    [Theory]
    [InlineData("password=Zq7+Horse&\"Battery\"/42.")]
    [InlineData("{\"password\":\"Zq7+Horse&\\\"Battery\\\"/42\"}")]
    [InlineData("{\"password\":\"Zq7\\u002BHorse\\u0026\\u0022Battery\\u0022/42\"}")]
    [InlineData("?p=Zq7%2BHorse%26%22Battery%22%2F42&")]
    [InlineData("<p>Zq7&#x2B;Horse&amp;&quot;Battery&quot;/42</p>")]
    public void Every_spelling_is_found(string text)
    {
        Assert.NotNull(_canary.FoundIn(text));
        Assert.NotNull(_canary.FoundIn(Encoding.Unicode.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("acme:")]
    [InlineData("user:")]
    public void Base64_is_found_wherever_it_begins(string before)
    {
        var bytes = Encoding.UTF8.GetBytes($"{before}{Value} and more");
        Assert.NotNull(_canary.FoundIn($"Basic {Convert.ToBase64String(bytes)}"));
        Assert.NotNull(_canary.FoundIn(Convert.ToHexString(bytes)));
    }

    [Fact]
    public void What_is_not_there_is_not_found() => Assert.Null(_canary.FoundIn("Zq7 Horse Battery 42 •••"));
}
