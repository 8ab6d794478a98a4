namespace TrunkBot.Protocol.SignIn;

/// <summary>What a proved token of a person says. The token itself is not in it.</summary>
/// <param name="Roles">The app roles that the person has been given in Microsoft Entra, by their values; none where the claim is absent.</param>
/// <param name="IssuedAt">When Entra said so.</param>
/// <param name="Expires">Until when Entra lets it be believed.</param>
public sealed record UserToken(IReadOnlyList<string> Roles, DateTimeOffset IssuedAt, DateTimeOffset Expires);

/// <summary>What a person's token is worth.</summary>
/// <param name="Token">What it says; null when it is refused.</param>
/// <param name="Reason">Why it is refused, for a log; holds nothing of the token.</param>
public readonly record struct UserTokenVerdict(UserToken? Token, string? Reason)
{
    internal static UserTokenVerdict Refused(string reason) => new(null, reason);
}
