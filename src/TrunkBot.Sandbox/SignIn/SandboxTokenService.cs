using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.SignIn;

/// <summary>Plays the Bot Framework's token service: keeps a token for each account, and gives it back until it ends.</summary>
public sealed class SandboxTokenService
{
    /// <summary>Name of the OAuth connection that the sandbox's Azure Bot has.</summary>
    public const string ConnectionName = "entra";

    // A reference to a conversation has no other member; what is said beside them is said to nobody.
    private static readonly string[] OfReference = ["activityId", "user", "bot", "conversation", "channelId", "locale", "serviceUrl"];

    private static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(10);

    private readonly SandboxWorld world;
    private readonly SandboxEntra entra;
    private readonly ConcurrentDictionary<Account, Held> held = new();
    private readonly ConcurrentDictionary<string, Account> sessions = new();
    private readonly ConcurrentDictionary<(Account, string Code), Signed> codes = new();

    internal SandboxTokenService(SandboxWorld world, SandboxEntra entra) => (this.world, this.entra) = (world, entra);

    /// <summary>Every call of the bot.</summary>
    public SandboxLog<TokenCall> Calls { get; } = new();

    /// <summary>How the bot's next calls go wrong.</summary>
    public FaultQueue Faults { get; } = new("*", "status");

    /// <summary>Does what somebody does on the page behind a card's button: signs in, and reads the code there.</summary>
    /// <param name="link">The button's address.</param>
    /// <param name="person">Who signs in; perhaps not the one who was asked.</param>
    /// <returns>Six digits; nothing where the link is not one of ours.</returns>
    public string? SignIn(string link, string person)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (SandboxWorld.Find(person) is not { } somebody || !sessions.TryGetValue(link[(link.LastIndexOf('=') + 1)..], out var account))
            return null;
        entra.MissConsent(somebody.Key, isMissing: false);
        var code = RandomNumberGenerator.GetString("0123456789", 6);
        codes[(account, code)] = new(somebody, world.Clock.GetUtcNow() + CodeHolds);
        return code;
    }

    internal bool IsOurs(string? link) => link is not null && sessions.ContainsKey(link[(link.LastIndexOf('=') + 1)..]);

    internal JsonObject? Resource(string? state)
    {
        if (Read(state) is not { } asked || asked["connectionName"]?.ToString() != ConnectionName
            || (asked["conversation"] as JsonObject)?["user"]?["id"]?.ToString() is not { } user
            || asked["conversation"]!["channelId"]?.ToString() is not { } channel || !asked["conversation"]!.AsObject().All(member => OfReference.Contains(member.Key)))
            return null;
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        sessions[session] = new(channel, user);
        var resource = new JsonObject { ["signInLink"] = new Uri(world.Address, $"token/signin?session={session}").AbsoluteUri };
        // Without an app there is nobody to exchange for.
        if (asked["msAppId"]?.ToString() == SandboxWorld.AppId)
            resource["tokenExchangeResource"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["uri"] = SandboxEntra.Resource };
        return resource;
    }

    /// <summary>The token that is kept: the same until it ends, then a new one.</summary>
    internal string? Get(Account account, string? code)
    {
        if (code is not null)
            return codes.TryRemove((account, code), out var signed) && signed.Until > world.Clock.GetUtcNow() ? Keep(account, signed.Person) : null;
        if (!held.TryGetValue(account, out var kept))
            return null;
        return kept.Until > world.Clock.GetUtcNow() ? kept.Token : Keep(account, kept.Person);
    }

    /// <summary>A new token for one that a client has brought. It is kept under the account that the bot names: whose it is, the bot has to know.</summary>
    internal async Task<string?> ExchangeAsync(Account account, string? token) =>
        await entra.SubjectAsync(token) is { } person && entra.HasConsent(person) ? Keep(account, person) : null;

    /// <summary>A new token by what is kept.</summary>
    internal string? Renew(Account account, string? uri) =>
        uri == SandboxEntra.Resource && held.TryGetValue(account, out var kept) ? Keep(account, kept.Person) : null;

    internal bool Forget(Account account) => held.TryRemove(account, out _);

    internal sealed record Account(string ChannelId, string UserId);

    private string Keep(Account account, SandboxPerson person)
    {
        var token = entra.Issue(person.Key);
        held[account] = new(person, token, world.Clock.GetUtcNow().AddHours(1));
        return token;
    }

    private static JsonObject? Read(string? state)
    {
        try
        {
            return state is null ? null : SandboxJson.ReadObject(Encoding.UTF8.GetString(Convert.FromBase64String(state)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record Held(SandboxPerson Person, string Token, DateTimeOffset Until);

    private sealed record Signed(SandboxPerson Person, DateTimeOffset Until);
}

/// <summary>One call to the token service; it holds no token and no code.</summary>
/// <param name="Operation"><c>GetToken</c>, <c>exchange</c>, <c>renew</c>, <c>SignOut</c> or <c>GetSignInResource</c>.</param>
/// <param name="UserId">The channel's id of the person.</param>
/// <param name="Status">The status answered.</param>
public sealed record TokenCall(string Operation, string? UserId, int Status);
