using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>Every check on a token that comes from the channel: one token passes, and each that differs in one thing does not.</summary>
public sealed class ChannelTokenTests : IAsyncLifetime
{
    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private ChannelSigner Signer => _bot.Channel.Signer;

    [Fact]
    public async Task A_token_of_the_channel_is_taken_and_covers_its_activity()
    {
        var verdict = await _bot.Validator.ValidateAsync("Bearer " + Signer.Sign(_bot.Payload()));
        Assert.Equal(200, verdict.Status);
        Assert.True(verdict.Token!.Covers(_bot.Activity()));
        Assert.False(verdict.Token.IsAnonymous);
    }

    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER   ")]
    public async Task The_scheme_may_be_written_in_any_case(string scheme) =>
        Assert.Equal(200, (await _bot.Validator.ValidateAsync(scheme + Signer.Sign(_bot.Payload()))).Status);

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Bearer \u0000\u20ac.x.y")]
    public async Task A_header_without_a_token_is_refused(string header) =>
        Assert.Equal(401, (await _bot.Validator.ValidateAsync(header)).Status);

    [Fact]
    public async Task No_header_and_two_headers_are_refused()
    {
        var good = "Bearer " + Signer.Sign(_bot.Payload());
        Assert.Equal(401, (await _bot.Validator.ValidateAsync(StringValues.Empty)).Status);
        Assert.Equal(401, (await _bot.Validator.ValidateAsync(new StringValues([good, good]))).Status);
        Assert.Equal(0, _bot.Channel.KeyFetches);
    }

    [Fact]
    public async Task A_token_of_more_than_16_kilobytes_is_refused_before_a_key_is_looked_for()
    {
        var payload = _bot.Payload();
        payload["padding"] = new string('x', 16 * 1024);
        Assert.Equal(401, await _bot.StatusOfAsync(Signer.Sign(payload)));
        Assert.Equal(0, _bot.Channel.KeyFetches);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData(null)]
    public async Task Every_algorithm_but_RS256_is_refused(string? algorithm)
    {
        var header = Signer.Header();
        header["alg"] = algorithm;
        Assert.Equal(401, await _bot.StatusOfAsync(Signer.Sign(header, _bot.Payload())));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var header = Signer.Header();
        Assert.Equal(401, await _bot.StatusOfAsync(ChannelSigner.Sign(header, _bot.Payload(), _ => [])));
        header["alg"] = "none";
        Assert.Equal(401, await _bot.StatusOfAsync(ChannelSigner.Sign(header, _bot.Payload(), _ => [])));
    }

    [Fact]
    public async Task The_public_key_used_as_an_HMAC_secret_is_refused()
    {
        var header = Signer.Header();
        header["alg"] = "HS256";
        var secret = Encoding.UTF8.GetBytes(Signer.Key.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(401, await _bot.StatusOfAsync(ChannelSigner.Sign(header, _bot.Payload(), bytes => HMACSHA256.HashData(secret, bytes))));
        secret = Signer.Key.ExportParameters(false).Modulus!;
        Assert.Equal(401, await _bot.StatusOfAsync(ChannelSigner.Sign(header, _bot.Payload(), bytes => HMACSHA256.HashData(secret, bytes))));
    }

    [Fact]
    public async Task A_real_RS384_signature_is_refused()
    {
        var header = Signer.Header();
        header["alg"] = "RS384";
        var token = ChannelSigner.Sign(header, _bot.Payload(), bytes => Signer.Key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1));
        Assert.Equal(401, await _bot.StatusOfAsync(token));
    }

    [Fact]
    public async Task A_token_of_somebody_elses_key_under_the_channels_kid_is_refused() =>
        Assert.Equal(401, await _bot.StatusOfAsync(new ChannelSigner(Signer.Kid).Sign(_bot.Payload())));

    [Fact]
    public async Task A_key_that_the_token_brings_itself_is_refused()
    {
        var own = new ChannelSigner("own", "msteams");
        var header = own.Header();
        header["jwk"] = own.PublicKey();
        header["jku"] = $"{_bot.Channel.Http}elsewhere";
        Assert.Equal(401, await _bot.StatusOfAsync(own.Sign(header, _bot.Payload())));
        Assert.Empty(_bot.Channel.Requests);
    }

    [Fact]
    public async Task A_changed_body_breaks_the_signature()
    {
        var parts = Signer.Sign(_bot.Payload()).Split('.');
        var payload = _bot.Payload();
        payload["serviceurl"] = "https://elsewhere.example/";
        parts[1] = Base64UrlEncoder.Encode(payload.ToJsonString());
        Assert.Equal(401, await _bot.StatusOfAsync(string.Join('.', parts)));
    }

    [Fact]
    public async Task A_token_without_a_kid_or_with_a_critical_extension_is_refused()
    {
        var header = Signer.Header();
        header.Remove("kid");
        Assert.Equal(401, await _bot.StatusOfAsync(Signer.Sign(header, _bot.Payload())));
        header = Signer.Header();
        header["crit"] = new JsonArray("b64");
        Assert.Equal(401, await _bot.StatusOfAsync(Signer.Sign(header, _bot.Payload())));
    }

    public static TheoryData<string, string?> WrongClaims => new()
    {
        { "iss", null },
        { "iss", "\"https://api.botframework.com/\"" },
        { "iss", "\"HTTPS://API.BOTFRAMEWORK.COM\"" },
        { "iss", "\"https://login.microsoftonline.com/botframework.com/v2.0\"" },
        { "aud", null },
        { "aud", "\"\"" },
        { "aud", "\"00000000-0000-0000-0000-0000000000dd\"" },
        { "aud", "\"00000000-0000-0000-0000-0000000000CC\"" },
        { "aud", "\"00000000-0000-0000-0000-0000000000cc/\"" },
        { "aud", "\"api://00000000-0000-0000-0000-0000000000cc\"" },
        { "aud", "[\"00000000-0000-0000-0000-0000000000cc\"]" },
        { "aud", "[\"00000000-0000-0000-0000-0000000000cc\",\"other\"]" },
        { "exp", null },
        { "exp", "\"never\"" },
        { "nbf", null },
        { "serviceurl", null },
        { "serviceurl", "\"\"" },
        { "serviceurl", "7" },
    };

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task A_wrong_or_missing_claim_is_refused(string claim, string? json)
    {
        var payload = _bot.Payload();
        payload.Remove(claim);
        if (json is not null)
            payload[claim] = JsonNode.Parse(json);
        Assert.Equal(401, await _bot.StatusOfAsync(Signer.Sign(payload)));
    }

    [Theory]
    [InlineData(-3600, -299, 200)]
    [InlineData(-3600, -301, 401)]
    [InlineData(299, 3600, 200)]
    [InlineData(301, 3600, 401)]
    [InlineData(60, 30, 401)]
    public async Task The_clocks_may_differ_by_five_minutes_and_no_more(int from, int until, int status)
    {
        var now = _bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = _bot.Payload();
        payload["nbf"] = now + from;
        payload["exp"] = now + until;
        Assert.Equal(status, await _bot.StatusOfAsync(Signer.Sign(payload)));
    }

    [Fact]
    public async Task A_token_that_was_taken_is_refused_when_its_time_is_over()
    {
        var token = Signer.Sign(_bot.Payload());
        Assert.Equal(200, await _bot.StatusOfAsync(token));
        Assert.Equal(200, await _bot.StatusOfAsync(token));
        _bot.Clock.Advance(TimeSpan.FromMinutes(65));
        Assert.Equal(401, await _bot.StatusOfAsync(token));
    }

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("webchat", true)]
    [InlineData("MSTEAMS", false)]
    [InlineData("directline", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task A_key_speaks_only_for_the_channels_that_it_is_endorsed_for(string? channelId, bool covered)
    {
        var token = (await _bot.Validator.ValidateAsync("Bearer " + Signer.Sign(_bot.Payload()))).Token!;
        var activity = _bot.Activity();
        activity.ChannelId = channelId;
        Assert.Equal(covered, token.Covers(activity));
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_nobody()
    {
        var bare = new ChannelSigner("bare");
        _bot.Channel.Published.Add(bare);
        var token = (await _bot.Validator.ValidateAsync("Bearer " + bare.Sign(_bot.Payload()))).Token!;
        Assert.False(token.Covers(_bot.Activity()));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("upper", true)]
    [InlineData("https://elsewhere.example/", false)]
    [InlineData(null, false)]
    [InlineData("trimmed", false)]
    public async Task The_service_address_is_that_of_the_token(string? serviceUrl, bool covered)
    {
        var token = (await _bot.Validator.ValidateAsync("Bearer " + Signer.Sign(_bot.Payload()))).Token!;
        var activity = _bot.Activity();
        activity.ServiceUrl = serviceUrl switch
        {
            "" => _bot.ServiceUrl,
            "upper" => _bot.ServiceUrl.ToUpperInvariant(),
            "trimmed" => _bot.ServiceUrl.TrimEnd('/'),
            _ => serviceUrl,
        };
        Assert.Equal(covered, token.Covers(activity));
    }

    [Fact]
    public async Task A_refusal_is_logged_without_the_token()
    {
        var payload = _bot.Payload();
        payload["iss"] = "https://canary-issuer.example";
        var token = Signer.Sign(payload);
        Assert.Equal(401, await _bot.StatusOfAsync(token));
        Assert.Contains(_bot.Logs.Lines, line => line.Contains("refused", StringComparison.Ordinal));
        Assert.DoesNotContain(_bot.Logs.Lines, line => token.Split('.').Any(part => line.Contains(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains("canary-issuer", StringComparison.Ordinal));
    }
}
