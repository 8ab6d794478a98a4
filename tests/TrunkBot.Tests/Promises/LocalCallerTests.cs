using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>A bot that asks nobody for a token takes orders from programs on its machine, and from no page that a browser there shows.</summary>
public sealed class LocalCallerTests : IAsyncLifetime
{
    private const string Json = "Content-Type: application/json";
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions
    {
        Settings = new() { ["MicrosoftAppId"] = "", ["MicrosoftAppPassword"] = "", ["AllowAnonymousLoopback"] = "true" },
        Environment = "Development",
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<string> WebPages =>
    [
        "Content-Type: text/plain", "Content-Type: text/plain;charset=UTF-8", "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=application/json", "Content-Type: text/plain; x=application/json", "Content-Type: application/jsonx",
        "Content-Type: text/json", "Content-Type: application/json; charset=utf-16", "Content-Type: application/json; charset=utf-7", "Content-Type: application/json, text/plain",
        "Content-Type:", "",
        $"{Json}\r\nOrigin: https://evil.example", $"{Json}\r\nOrigin: null", $"{Json}\r\nOrigin: http://localhost:1", $"{Json}\r\nOrigin: http://127.0.0.1.evil.example",
        $"{Json}\r\nOrigin: ", $"{Json}\r\nSec-Fetch-Site: cross-site", $"{Json}\r\nSec-Fetch-Site: same-site", $"{Json}\r\nSec-Fetch-Site: odd",
        $"{Json}\r\nHost: evil.example", $"{Json}\r\nHost: evil.example:3978", $"{Json}\r\nHost: localhost.evil.example", $"{Json}\r\nHost: 192.168.0.7", $"{Json}\r\nHost: 127.0.0.1.nip.io",
    ];

    [Theory, MemberData(nameof(WebPages))]
    public async Task What_a_web_page_can_send_is_refused_and_does_nothing(string headers)
    {
        var before = await _world.TracesOfTurnsAsync();
        Assert.InRange(await PostAsync(headers), 400, 499);
        Assert.Equal(before, await _world.TracesOfTurnsAsync());
        Assert.Empty(_world.Sandbox.Channel.Calls);
    }

    [Theory]
    [InlineData(Json)]
    [InlineData("content-type: APPLICATION/JSON")]
    [InlineData("Content-Type: application/json;charset=utf-8")]
    [InlineData("Content-Type: application/json; charset=\"UTF-8\"")]
    [InlineData("Content-Type: application/json; charset=utf-8; odata=verbose")]
    [InlineData(Json + "\r\nSec-Fetch-Site: none")]
    [InlineData(Json + "\r\nHost: localhost:1234")]
    [InlineData(Json + "\r\nHost: [::1]:3978")]
    public async Task A_local_program_is_answered(string headers)
    {
        Assert.Equal(200, await PostAsync(headers));
        Assert.NotEmpty(_world.Sandbox.Channel.Calls);
    }

    [Fact]
    public async Task A_page_of_the_bots_own_address_is_no_stranger() =>
        Assert.Equal(200, await PostAsync($"{Json}\r\nOrigin: {_world.Sandbox.BotEndpoint.GetLeftPart(UriPartial.Authority)}\r\nSec-Fetch-Site: same-origin"));

    private Task<int> PostAsync(string headers)
    {
        var line = _world.Sandbox.Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "/whoami" });
        var body = Encoding.UTF8.GetBytes(line.ToJsonString());
        string[] more = headers.Length == 0 ? [] : headers.Split("\r\n");
        return RawBotRequest.SendAsync(
            _world.Sandbox.BotEndpoint, "POST", [.. more, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")], [body]);
    }
}
