using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrunkBot.Tests.VideoSdk;

public class TokenTests
{
    [Fact]
    public async Task The_token_is_what_VideoSDKs_own_SDK_would_send_but_short_lived()
    {
        using var world = new VideoSdkWorld("https://videosdk.invalid");
        var token = world.Token.Current().Reveal();
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(VideoSdkWorld.SigningSecret)),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
        });
        Assert.True(valid.IsValid, valid.Exception?.Message);
        var jwt = (JsonWebToken)valid.SecurityToken;
        Assert.EndsWith(
            ""","apikey":"api-key-canary","permissions":["allow_join","allow_mod"],"version":2,"roles":["crawler"]}""",
            Base64UrlEncoder.Decode(jwt.EncodedPayload),
            StringComparison.Ordinal);
        var now = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.InRange(jwt.GetPayloadValue<long>("iat"), now - 61, now - 1);
        Assert.InRange(jwt.GetPayloadValue<long>("exp"), now + 599, now + 601);
        Assert.False(jwt.TryGetPayloadValue<long>("nbf", out _));
    }

    [Fact]
    public void The_token_is_kept_and_renewed_before_it_ends()
    {
        using var world = new VideoSdkWorld("https://videosdk.invalid");
        var first = world.Token.Current();
        world.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Same(first, world.Token.Current());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, world.Token.Current());
    }
}
