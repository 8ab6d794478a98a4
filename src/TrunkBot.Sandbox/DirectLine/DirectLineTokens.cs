using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox.Channel;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>Who may read and speak in a conversation.</summary>
internal sealed record DirectLineTicket(SandboxPerson Person, Conversation Place);

/// <summary>Issues the tokens of the pages. Who somebody is stands in the token and nowhere else.</summary>
internal sealed class DirectLineTokens(SandboxWorld world)
{
    internal const int Seconds = 3600;
    private const string Issuer = "trunkbot-sandbox";

    private readonly SymmetricSecurityKey key = new(RandomNumberGenerator.GetBytes(32));
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    internal string Issue(DirectLineTicket ticket)
    {
        var now = world.Clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            NotBefore = now,
            Expires = now.AddSeconds(Seconds),
            Claims = new Dictionary<string, object> { ["user"] = ticket.Person.WebChatId, ["conv"] = ticket.Place.Id },
            SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The ticket in a token of ours that still holds, or nothing.</summary>
    internal async Task<DirectLineTicket?> ReadAsync(string? token)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidIssuer = Issuer,
            ValidateAudience = false,
            LifetimeValidator = (notBefore, expires, _, _) => Lifetimes.Holds(notBefore, expires, world.Clock),
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken read } &&
            SandboxWorld.Find(read.GetClaim("user").Value) is { } person &&
            ConversationTable.Find(read.GetClaim("conv").Value) is { } place ? new(person, place) : null;
    }
}
