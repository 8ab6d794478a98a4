using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.VideoSdk;

public class VideoSdkOptionsTests
{
    private const string Enough = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("https://api.videosdk.live"), InlineData("https://proxy.example/videosdk/"), InlineData("http://localhost:3979"), InlineData("http://127.0.0.1:3979"), InlineData("http://[::1]:3979")]
    public void Accepts_https_and_loopback(string address) => Assert.Empty(Problems(new() { BaseUrl = address, ApiKey = new("k"), Secret = new(Enough) }));

    [Theory]
    [InlineData("http://api.videosdk.live"), InlineData("http://127.0.0.1.example"), InlineData("api.videosdk.live"), InlineData(""), InlineData("ftp://localhost"), InlineData("https://user:pw@host"), InlineData("https://host/?a=b")]
    public void Refuses_other_addresses(string address) =>
        Assert.StartsWith("VideoSdk:BaseUrl", Assert.Single(Problems(new() { BaseUrl = address, ApiKey = new("k"), Secret = new(Enough) })), StringComparison.Ordinal);

    [Fact]
    public void Says_everything_at_once_and_no_secret()
    {
        var problems = Problems(new() { BaseUrl = "x", Secret = new("too short"), AuthorizationScheme = "Basic", Timeout = TimeSpan.Zero });
        Assert.Equal(5, problems.Length);
        Assert.Contains(problems, problem => problem.Contains("its length in bytes is 9, and at least 32 is needed", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, problem => problem.Contains("too short\"", StringComparison.Ordinal) || problem.Contains("Basic", StringComparison.Ordinal));
    }

    [Fact]
    public void Asks_for_key_and_secret() => Assert.Equal(2, Problems(new()).Length);

    private static string[] Problems(VideoSdkOptions options) => [.. new VideoSdkOptionsValidator().Validate(null, options).Failures ?? []];
}
