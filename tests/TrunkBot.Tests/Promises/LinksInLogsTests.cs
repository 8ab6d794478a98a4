using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TrunkBot.Secrets.Redaction;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>Whoever reads the log cannot use a link before the person does whom it was sent to, however a browser or a proxy writes its address.</summary>
public sealed partial class LinksInLogsTests : IAsyncLifetime
{
    private Company _world = null!;

    public static TheoryData<string> Targets =>
    [
        "/{page}/{token}", "/{PAGE}/{token}", "/%{hex}/{token}", "/{page}%2F{token}", "/%25{hex}/{token}", "//{page}//{token}", "/elsewhere/{page}/{token}",
        "/{page}/{escaped}", "/{page}/{token})", "/{page}/{token}/", "/{page}/{token}?next=/{page}/{token}", "/nothing?from=%2F{page}%2F{token}", "/{token}",
        "/api/messages/{token}", "/{page}/x/../{token}", "/{page}\\{token}", "/health/{token}", "/{page}/{token};x=1", "/{page}/{token}.html",
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task No_line_of_the_most_talkative_log_holds_the_token_of_a_link(string target)
    {
        foreach (var link in await LinksAsync())
        {
            var (page, token) = (link.Segments[1].Trim('/'), link.Segments[^1]);
            var written = target
                .Replace("%{hex}", $"%{(int)page[0]:x}{page[1..]}", StringComparison.Ordinal).Replace("%25{hex}", $"%25{(int)page[0]:x}{page[1..]}", StringComparison.Ordinal)
                .Replace("{page}", page, StringComparison.Ordinal).Replace("{PAGE}", page.ToUpperInvariant(), StringComparison.Ordinal)
                .Replace("{escaped}", string.Concat(token.Select(sign => $"%{(int)sign:X2}")), StringComparison.Ordinal)
                .Replace("{token}", token, StringComparison.Ordinal);
            foreach (var method in new[] { "GET", "POST", "HEAD", "DELETE" })
                await SendAsync(link, $"{method} {written} HTTP/1.1");
            Assert.DoesNotContain(_world.Log.Lines, line => Holds(line, token));
        }
    }

    [Fact]
    public async Task What_is_no_token_stays_readable()
    {
        await SendAsync(new Uri(_world.Bot.Configuration["Urls"]!), "GET /health/ready?who=prober-of-the-load-balancer HTTP/1.1");
        Assert.Contains(_world.Log.Lines, line => line.Contains("/health/ready", StringComparison.Ordinal) && line.Contains("prober-of-the-load-balancer", StringComparison.Ordinal));
        foreach (var text in new[]
        {
            "Checkpoint 7 has the hash 3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed.", "The trunk 0f3b2c1d-66aa-4b77-9c10-2d3e4f5a6b7c was created.",
            "/v3/conversations/19:meeting_abcdefghijklmnopqrstuvwxyz@thread.v2/activities", "src/TrunkBot/Audit/AuditTrail.cs:line 12",
        })
            Assert.Equal(text, KnownSecrets.Redact(text));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions
    {
        LogLevel = LogLevel.Trace,
        Settings = new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace" },
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private async Task<Uri[]> LinksAsync()
    {
        await _world.AsksAsync();
        await _world.Riya.SaysAsync("/trunk new");
        await _world.Riya.ClicksAsync("Password by one-time page", inputs: [.. Sample.Clean.Where(field => field.Id != "password")]);
        var page = Cards.Actions(_world.Riya.CardWith("Open the page").Card!.Value).Single().GetProperty("url").GetString()!;
        return [new Uri(page), new Uri(Link().Match((await _world.Ada.SaysAsync("/trunk audit --csv")).Text).Value)];
    }

    // Byte by byte: a client library would tidy the address up.
    private static async Task SendAsync(Uri bot, string line)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(bot.Host, bot.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: {bot.Authority}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        await stream.CopyToAsync(Stream.Null);
    }

    private static bool Holds(string line, string token) =>
        line.Contains(token, StringComparison.Ordinal) || Uri.UnescapeDataString(Uri.UnescapeDataString(line)).Contains(token, StringComparison.Ordinal);

    [GeneratedRegex(@"http://[^ ]+/audit/[\w-]+")]
    private static partial Regex Link();
}
