using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Secrets;

namespace TrunkBot.VideoSdk;

/// <summary>The token that VideoSDK knows TrunkBot by: short-lived, made here, renewed before it ends.</summary>
internal sealed class VideoSdkToken(IOptions<VideoSdkOptions> options, TimeProvider clock)
{
    private static readonly string[] Permissions = ["allow_join", "allow_mod"], Roles = ["crawler"];
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10), RenewBefore = TimeSpan.FromMinutes(2);

    // VideoSDK's clock may be behind ours; a token from its future would be refused.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly Lock _making = new();
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private Issued? _last;

    public Secret Current()
    {
        var now = clock.GetUtcNow();
        lock (_making)
        {
            // A clock that was set back makes the token look new for too long.
            if (_last is not { } last || now < last.At || now >= last.At + Life - RenewBefore)
                _last = last = new Issued(Make(now), now);
            return last.Token;
        }
    }

    // The claims of the API token that VideoSDK's own server SDK makes.
    private Secret Make(DateTimeOffset now)
    {
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Value.Secret!.Reveal()));
        return new Secret(_handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object>
            {
                ["apikey"] = options.Value.ApiKey!.Reveal(),
                ["permissions"] = Permissions,
                ["version"] = 2,
                ["roles"] = Roles,
            },
            IssuedAt = (now - Skew).UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        }));
    }

    private sealed record Issued(Secret Token, DateTimeOffset At);
}
