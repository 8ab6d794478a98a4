using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox.Login;

namespace TrunkBot.Sandbox.SignIn;

/// <summary>Plays Microsoft Entra for people: who has which app role, whose consent is missing, and the tokens that say so.</summary>
public sealed class SandboxEntra
{
    internal const string Resource = "api://botid-" + SandboxWorld.AppId;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(75);

    private readonly SandboxWorld world;
    private readonly SandboxLogin login;
    private readonly ConcurrentDictionary<string, string[]> roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> withoutConsent = new(StringComparer.OrdinalIgnoreCase);

    internal SandboxEntra(SandboxWorld world, SandboxLogin login) => (this.world, this.login) = (world, login);

    /// <summary>Gives somebody these app roles, and takes all others away; tokens that were issued before say what they said.</summary>
    /// <param name="person">The person's key, such as <c>riya</c>.</param>
    /// <param name="values">The values of the app roles.</param>
    public void Give(string person, params string[] values) => roles[person] = values;

    /// <summary>The app roles that somebody has now.</summary>
    /// <param name="person">The person's key.</param>
    public IReadOnlyList<string> RolesOf(string person) => roles.GetValueOrDefault(person, []);

    /// <summary>Whether the person has yet to agree that the bot sees who they are; then nothing is silent.</summary>
    /// <param name="person">The person's key.</param>
    /// <param name="isMissing">Whether it is missing.</param>
    public void MissConsent(string person, bool isMissing) => withoutConsent[person] = isMissing;

    /// <summary>A token about somebody, for the bot, as it is now.</summary>
    /// <param name="person">The person's key.</param>
    /// <param name="change">What to make different from a right one.</param>
    public string Issue(string person, Func<UserToken, UserToken>? change = null)
    {
        var somebody = SandboxApp.Person(person);
        var now = world.Clock.GetUtcNow();
        var right = new UserToken
        {
            Issuer = IssuerOf(SandboxWorld.TenantId),
            Audience = SandboxWorld.AppId,
            TenantId = SandboxWorld.TenantId,
            ObjectId = somebody.ObjectId,
            Roles = RolesOf(somebody.Key),
            IssuedAt = now,
            Expires = now + Lifetime,
            Signing = new SigningCredentials(login.Key, SecurityAlgorithms.RsaSha256),
        };
        return (change?.Invoke(right) ?? right).Write();
    }

    /// <summary>The issuer of a tenant's tokens of version 2.0.</summary>
    /// <param name="tenant">The tenant's id.</param>
    public string IssuerOf(string tenant) => new Uri(world.LoginAddress, $"{tenant}/v2.0").AbsoluteUri;

    internal bool HasConsent(SandboxPerson person) => !withoutConsent.GetValueOrDefault(person.Key);

    /// <summary>The person whom a token of ours is about; null for one that is not ours, not for the bot, or that has ended.</summary>
    internal async Task<SandboxPerson?> SubjectAsync(string? token) =>
        await login.ReadAsync(token, [IssuerOf(SandboxWorld.TenantId), $"https://sts.windows.net/{SandboxWorld.TenantId}/"], [SandboxWorld.AppId, Resource]) is { } claims
            ? SandboxWorld.Find(claims.TryGetValue("oid", out var subject) ? $"{subject}" : null)
            : null;
}
