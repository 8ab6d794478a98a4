using Microsoft.Extensions.Options;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Access.SignIn;

/// <summary>What a token of a person says of their roles, and until when that counts.</summary>
internal sealed class RoleTokens(UserTokenValidator tokens, IOptions<AccessOptions> options, TimeProvider clock, ILogger<RoleTokens> log)
{
    /// <returns>Null for a token that is not this person's, for this bot; its <see cref="RoleAnswer.Until"/> may have passed.</returns>
    public async Task<RoleAnswer?> ReadAsync(Person person, string? token, CancellationToken ct)
    {
        if (!person.IsKnown || token is not { Length: > 0 })
            return null;
        var verdict = await tokens.ValidateAsync(token, Guid.Parse(person.TenantId), Guid.Parse(person.ObjectId), ct);
        if (verdict.Token is { } said)
            return new RoleAnswer(said.Roles, UntilOf(said));
        log.UserTokenRefused(verdict.Reason!);
        return null;
    }

    /// <summary>Whether it counts now.</summary>
    public bool Counts(RoleAnswer answer)
    {
        var over = clock.GetUtcNow() - answer.Until;
        if (over >= TimeSpan.Zero)
            log.UserTokenTooOld((over + options.Value.RememberFor).TotalMinutes);
        return over < TimeSpan.Zero;
    }

    // What Entra said counts from the moment when it said so, not from the one when it was brought: tokens lie about for an hour.
    private DateTimeOffset UntilOf(UserToken said)
    {
        var now = clock.GetUtcNow();
        var until = (said.IssuedAt < now ? said.IssuedAt : now) + options.Value.RememberFor;
        return until < said.Expires ? until : said.Expires;
    }
}

/// <summary>What Entra has said of somebody.</summary>
/// <param name="Roles">The values of their app roles.</param>
/// <param name="Until">From when on it no longer counts.</param>
internal sealed record RoleAnswer(IReadOnlyList<string> Roles, DateTimeOffset Until);
