using System.Text;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>Anybody may send anything to the pages behind links. It is the sender's mistake: no fault of ours in the answer, and no stack in the log.</summary>
public sealed class BrokenFormsTests : IAsyncLifetime
{
    private const string Url = "Content-Type: application/x-www-form-urlencoded", Multipart = "Content-Type: multipart/form-data; boundary=x";

    private static readonly int[] Refusals = [400, 413];

    private Company _world = null!;

    public static TheoryData<string, string[], string> Forms => new()
    {
        { "long", [Url, "Content-Length: 70000"], new string('a', 70_000) },
        { "long and in pieces", [Url, "Transfer-Encoding: chunked"], Chunk(new string('a', 70_000)) },
        { "many fields", [Url, "Content-Length: 8000"], string.Concat(Enumerable.Repeat("a=b&", 2_000)) },
        { "a long name", [Url, "Content-Length: 9000"], new string('a', 8_998) + "=b" },
        { "broken escapes", [Url, "Content-Length: 12"], "a=%zz&%00=%f" },
        { "no boundary", ["Content-Type: multipart/form-data", "Content-Length: 3"], "a=b" },
        { "a wrong boundary", [Multipart, "Content-Length: 13"], "--y\r\n\r\n\r\n--y--" },
        { "a part that does not end", [Multipart, "Content-Length: 60"], "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nfoo".PadRight(60) },
        { "a part with long headers", [Multipart, "Content-Length: 15000"], ("--x\r\nContent-Disposition: form-data; name=\"" + new string('a', 14_000)).PadRight(15_000) },
        { "a long boundary", [$"Content-Type: multipart/form-data; boundary={new string('x', 300)}", "Content-Length: 3"], "a=b" },
        { "pieces that are none", [Url, "Transfer-Encoding: chunked"], "zz\r\nnothing\r\n" },
        { "a piece without an end", [Url, "Transfer-Encoding: chunked"], "fffffffffffffffff\r\n" },
        { "an unknown set of characters", ["Content-Type: application/x-www-form-urlencoded; charset=nonsense", "Content-Length: 3"], "a=b" },
        { "UTF-7", ["Content-Type: application/x-www-form-urlencoded; charset=utf-7", "Content-Length: 3"], "a=b" },
        { "no form", ["Content-Type: application/json", "Content-Length: 2"], "{}" },
        { "no type", ["Content-Length: 3"], "a=b" },
        { "nonsense for a type", ["Content-Type: ;;;", "Content-Length: 3"], "a=b" },
        { "nothing", ["Content-Length: 0"], "" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_too_long_or_broken_is_answered_400_or_413_and_leaves_no_stack(string what, string[] headers, string body)
    {
        Assert.NotEmpty(what);
        foreach (var page in new[] { "secret", "audit" })
            foreach (var token in new[] { "x", new string('A', 43) })
                Assert.Contains(await StatusAsync("POST", $"/{page}/{token}", headers, body), page == "secret" ? Refusals : [.. Refusals, 404]);
        NothingBroke();
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%ff%fe")]
    [InlineData("%2F..%2F")]
    [InlineData("%F0%9F%A4%96")]
    [InlineData("'%20OR%201=1--")]
    [InlineData("a%0D%0ASet-Cookie:x")]
    [InlineData("{long}")]
    public async Task An_odd_token_finds_nothing_and_breaks_nothing(string token)
    {
        foreach (var page in new[] { "secret", "audit" })
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT" })
                Assert.InRange(await StatusAsync(method, $"/{page}/{token.Replace("{long}", new string('A', 6_000), StringComparison.Ordinal)}", ["Content-Length: 0"], ""), 400, 405);
        NothingBroke();
    }

    [Fact]
    public async Task A_form_that_breaks_uses_no_link_up()
    {
        await _world.Riya.SaysAsync("/trunk new");
        await _world.Riya.ClicksAsync("Password by one-time page", inputs: [.. Sample.Clean.Where(field => field.Id != "password")]);
        var link = new Uri(Cards.Actions(_world.Riya.CardWith("Open the page").Card!.Value).Single().GetProperty("url").GetString()!);
        foreach (var form in Forms)
            Assert.True(await StatusAsync("POST", link.AbsolutePath, (string[])form[1], (string)form[2]) is 400 or 413, (string)form[0]);
        using var browser = new Secrets.Visitor();
        await browser.OpensAsync(link);
        Assert.Contains("Password received", (await browser.EntersAsync(link, Sample.Password)).Words, StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n0\r\n\r\n";

    private Task<int> StatusAsync(string method, string path, string[] headers, string body) =>
        RawBotRequest.SendAsync(AsItIs(path), method, [.. headers, "Connection: close"], [Encoding.Latin1.GetBytes(body)]);

    private Uri AsItIs(string path) =>
        new(_world.Bot.Configuration["Urls"]!.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private void NothingBroke() => Assert.DoesNotContain(_world.Log.Lines, line =>
        line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal) || line.Contains("   at ", StringComparison.Ordinal));
}
