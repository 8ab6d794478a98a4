using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Promises;

/// <summary>Who may speak to the running bot: one right token is let in, and everything that differs in one thing is refused, leaves nothing and causes nothing.</summary>
public sealed class AuthenticationTests : IAsyncLifetime
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private SandboxChannel Channel => _world.Sandbox.Channel;

    [Fact]
    public async Task A_right_token_is_let_in()
    {
        Assert.Equal(200, (await Channel.PostAsync(Line(), Channel.SignToken())).Status);
        Assert.Contains("Your roles: Requester", _world.Riya.Reads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msteams:COPILOT")]
    [InlineData("msteams:")]
    [InlineData("msteams:a:b")]
    public async Task A_part_of_Teams_is_Teams(string channelId)
    {
        Assert.Equal(200, await ChangedAsync(line => line["channelId"] = channelId));
        Assert.Contains("Requester", _world.Riya.Reads(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<ChannelToken, ChannelToken>> WrongTokens => new()
    {
        { "another issuer", token => token with { Issuer = "https://sts.windows.net/" } },
        { "the issuer with a slash", token => token with { Issuer = token.Issuer + "/" } },
        { "no issuer", token => token with { Issuer = null } },
        { "another audience", token => token with { Audience = Guid.NewGuid().ToString() } },
        { "an address as the audience", token => token with { Audience = "api://" + token.Audience } },
        { "no audience", token => token with { Audience = null } },
        { "a list of audiences", token => token with { Claims = new JsonObject { ["aud"] = new JsonArray(token.Audience) } } },
        { "two audiences", token => token with { Claims = new JsonObject { ["aud"] = new JsonArray(token.Audience, "other") } } },
        { "no algorithm", token => token with { Signing = null } },
        { "an end that has passed", token => token with { NotBefore = token.NotBefore - 2 * s_hour, Expires = token.NotBefore - TimeSpan.FromMinutes(6) } },
        { "a beginning that has not come", token => token with { NotBefore = token.NotBefore + TimeSpan.FromMinutes(6) } },
        { "no end", token => token with { Expires = null } },
        { "no beginning", token => token with { NotBefore = null } },
        { "another service address", token => token with { ServiceUrl = "https://smba.trafficmanager.net/emea/" } },
        { "the service address without its slash", token => token with { ServiceUrl = token.ServiceUrl!.TrimEnd('/') } },
        { "no service address", token => token with { ServiceUrl = null } },
        { "a list of service addresses", token => token with { Claims = new JsonObject { ["serviceurl"] = new JsonArray(token.ServiceUrl) } } },
    };

    [Theory, MemberData(nameof(WrongTokens))]
    public Task A_token_with_something_wrong_in_it_is_refused(string wrong, Func<ChannelToken, ChannelToken> change) =>
        AssertRefusedAsync(401, () => StatusAsync(Channel.SignToken(change)), wrong);

    [Fact]
    public async Task No_header_two_headers_and_other_schemes_are_refused()
    {
        var good = Channel.SignToken();
        string[][] headers =
        [
            [], ["Authorization: "], ["Authorization: Bearer"], [$"Authorization: Basic {good}"], [$"Authorization: {good}"],
            [$"Authorization: Bearer {good}", $"Authorization: Bearer {good}"],
            [$"Authorization: Bearer {good}, Bearer {good}"], [$"Authorization: Bearer {good}.x"], [$"Authorization: Bearer {good[..^5]}"],
            [$"Authorization: Bearer {new string('a', 20_000)}.b.c"],
        ];
        foreach (var lines in headers)
            await AssertRefusedAsync(401, () => RawAsync(lines, Line()), string.Join(" and ", lines.Select(line => line[..Math.Min(40, line.Length)])));
        Assert.Equal(200, await RawAsync([$"Authorization: bearer {good}"], Line()));
    }

    [Fact]
    public async Task A_signature_that_is_not_the_channels_is_refused()
    {
        var (right, key) = (Channel.SignToken(), Channel.SigningKey);
        using var stranger = RSA.Create(2048);
        await AssertRefusedAsync(401, () => StatusAsync(right[..^6] + (right[^6] == 'A' ? "B" : "A") + right[^5..]), "a changed signature");
        await AssertRefusedAsync(401, () => SignedAsync(new RsaSecurityKey(stranger) { KeyId = key.KeyId }, "RS256"), "a stranger's key under the channel's kid");
        await AssertRefusedAsync(401, () => SignedAsync(key, "RS384"), "RS384");
        await AssertRefusedAsync(401, () => SignedAsync(key, "PS256"), "PS256");
        var publicKey = key.Rsa.ExportParameters(false);
        foreach (var secret in new[] { publicKey.Modulus!, Encoding.UTF8.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem()), key.Rsa.ExportSubjectPublicKeyInfo() })
            await AssertRefusedAsync(401, () => SignedAsync(new SymmetricSecurityKey(secret) { KeyId = key.KeyId }, "HS256"), "HS256 with the public key");
    }

    [Fact]
    public async Task Many_unknown_keys_cause_few_refreshes_and_a_new_key_of_the_channel_is_found()
    {
        Assert.Equal(200, await StatusAsync(Channel.SignToken()));
        Assert.Equal(1, Channel.KeyFetches);
        using var stranger = RSA.Create(2048);

        await AssertRefusedAsync(401, async () =>
        {
            var statuses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
                Task.Run(() => SignedAsync(new RsaSecurityKey(stranger) { KeyId = $"unknown-{Guid.NewGuid()}" }, "RS256"))));
            return Assert.Single(statuses.Distinct());
        }, "unknown keys");
        var fetches = Channel.KeyFetches;
        Assert.InRange(fetches, 2, 5);

        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        Channel.RotateKey();
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => StatusAsync(Channel.SignToken()))));
        Assert.All(all, status => Assert.Equal(200, status));
        Assert.Equal(fetches + 1, Channel.KeyFetches);
    }

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused()
    {
        Channel.RotateKey("webchat");
        await AssertRefusedAsync(401, () => StatusAsync(Channel.SignToken()), "a key for webchat alone");
        Assert.Equal(200, (await Channel.PostAsync(Line("webchat"), Channel.SignToken())).Status);
        Channel.RotateKey([]);
        await AssertRefusedAsync(401, () => StatusAsync(Channel.SignToken()), "a key for nothing");
    }

    [Fact]
    public async Task A_service_address_that_is_not_trusted_is_refused_and_never_sees_a_token()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var elsewhere = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/connector/";
        foreach (var address in new[] { elsewhere, "https://smba.trafficmanager.net.example/", _world.Sandbox.Channel.ServiceUrl.Replace("http:", "ftp:", StringComparison.Ordinal) })
        {
            var line = Line();
            line["serviceUrl"] = address;
            await AssertRefusedAsync(403, async () =>
                (await Channel.PostAsync(line, Channel.SignToken(token => token with { ServiceUrl = address }))).Status, address);
        }

        await _world.PassAsync(s_hour, TimeSpan.FromMinutes(5));
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Another_tenant_no_tenant_two_tenants_and_another_channel_are_not_wanted()
    {
        await AssertRefusedAsync(403, () => ChangedAsync(line => line["conversation"]!["tenantId"] = Guid.NewGuid().ToString()), "two tenants");
        await AssertRefusedAsync(403, () => ChangedAsync(line =>
        {
            line["conversation"]!["tenantId"] = "11111111-0000-4000-8000-000000000000";
            line["channelData"]!["tenant"]!["id"] = "11111111-0000-4000-8000-000000000000";
        }), "another tenant");
        await AssertRefusedAsync(403, () => ChangedAsync(line =>
        {
            line["conversation"]!.AsObject().Remove("tenantId");
            line["channelData"]!.AsObject().Remove("tenant");
        }), "no tenant");
        await AssertRefusedAsync(403, () => ChangedAsync(line => line["channelId"] = "emulator"), "a channel that is endorsed and not allowed");
        await AssertRefusedAsync(401, () => ChangedAsync(line => line["channelId"] = "slack"), "a channel that is not endorsed");
        await AssertRefusedAsync(401, () => ChangedAsync(line => line["channelId"] = "MSTEAMS"), "a channel in capitals");
        await AssertRefusedAsync(401, () => ChangedAsync(line => line["channelId"] = "slack:msteams"), "a part of a channel that is not endorsed");
        await AssertRefusedAsync(403, () => ChangedAsync(line => line["channelId"] = "emulator:msteams"), "a part of a channel that is not allowed");
        await AssertRefusedAsync(400, () => ChangedAsync(line => line["channelId"] = ":msteams"), "a part of no channel");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_10_megabytes_is_refused_even_with_a_right_token(bool chunked)
    {
        var parts = Enumerable.Repeat(Encoding.ASCII.GetBytes(new string(' ', 64 * 1024)), 160);
        var size = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {160 * 64 * 1024}";
        await AssertRefusedAsync(413, () => RawBotRequest.SendAsync(
            _world.Sandbox.BotEndpoint, "POST", [$"Authorization: Bearer {Channel.SignToken()}", "Content-Type: application/json", size],
            chunked ? RawBotRequest.Chunked(parts) : parts), "10 MB");
        await AssertRefusedAsync(401, () => RawBotRequest.SendAsync(
            _world.Sandbox.BotEndpoint, "POST", ["Content-Type: application/json", size], chunked ? RawBotRequest.Chunked(parts) : parts), "10 MB from a stranger");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public Task Every_method_but_POST_is_refused(string method) => AssertRefusedAsync(
        405, () => RawBotRequest.SendAsync(_world.Sandbox.BotEndpoint, method, [$"Authorization: Bearer {Channel.SignToken()}"], []), method);

    private JsonObject Line(string channel = "msteams") =>
        Channel.Compose("riya", "personal", new JsonObject { ["type"] = "message", ["text"] = "/whoami" }, channel);

    private async Task<int> StatusAsync(string token) => (await Channel.PostAsync(Line(), token)).Status;

    private Task<int> SignedAsync(SecurityKey key, string algorithm) =>
        StatusAsync(Channel.SignToken(token => token with { Signing = new SigningCredentials(key, algorithm) }));

    private async Task<int> ChangedAsync(Action<JsonObject> change)
    {
        var line = Line();
        change(line);
        return (await Channel.PostAsync(line, Channel.SignToken())).Status;
    }

    private Task<int> RawAsync(IEnumerable<string> authorization, JsonObject activity)
    {
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        return RawBotRequest.SendAsync(
            _world.Sandbox.BotEndpoint, "POST",
            [.. authorization, "Content-Type: application/json", string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")], [body]);
    }

    /// <summary>Refused, and it is as if nothing had come: nothing is stored, and the connector hears nothing, now or later.</summary>
    private async Task AssertRefusedAsync(int status, Func<Task<int>> send, string what)
    {
        var before = await _world.TracesOfTurnsAsync();
        var answered = await send();
        Assert.True(status == answered, $"With {what} the answer was {answered}, not {status}.");
        await _world.RunDueJobsAsync();
        Assert.Equal(before, await _world.TracesOfTurnsAsync());
    }
}
