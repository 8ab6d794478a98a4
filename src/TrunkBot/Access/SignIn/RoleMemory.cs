using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Secrets.Keys;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Access.SignIn;

/// <summary>
/// What is remembered of those who have signed in, in the database, for all processes and beyond a restart: roles, until when, and by which account.
/// Never a token. It is sealed: who can write to the database, but has not the key, gives nobody a role.
/// </summary>
internal sealed class RoleMemory(IBackEnd backEnd, Commit commit, FingerprintKey key, TimeProvider clock, ILogger<RoleMemory> log)
{
    private static readonly Statement s_read = Statement.Select<StateItem>(nameof(StateItem.Json)).Where(nameof(StateItem.Key));
    private static readonly Statement s_delete = Statement.Delete<StateItem>().Where(nameof(StateItem.Key));

    public async Task<SignedIn?> FindAsync(Person person, CancellationToken ct)
    {
        var row = await backEnd.ReadAsync(s_read, row => row.GetString(0), ct, KeyOf(person));
        if (row is null)
            return null;
        var stored = JsonSerializer.Deserialize(row, SignInJsonContext.Default.SealedSignIn);
        if (stored is { SignedIn: { } known, Seal: { } seal } && key.Verify(Canonical(person, known), seal))
            return known;
        log.RememberedRolesForged(person.ObjectId);
        return null;
    }

    public Task PutAsync(Person person, SignedIn known, CancellationToken ct)
    {
        var row = new SealedSignIn(known, key.Fingerprint(Canonical(person, known)));
        return commit.TrySaveAsync(
            Change.Put(new StateItem(KeyOf(person), JsonSerializer.Serialize(row, SignInJsonContext.Default.SealedSignIn), clock.GetUtcNow())), ct);
    }

    public Task ForgetAsync(Person person, CancellationToken ct) => commit.TrySaveAsync(Change.By(s_delete, KeyOf(person)), ct);

    private static string KeyOf(Person person) => $"signed in {person.TenantId}/{person.ObjectId}";

    // It names its kind and the person: a hash of something else, or of somebody else, never stands for it.
    private static byte[] Canonical(Person person, SignedIn known) => JsonSerializer.SerializeToUtf8Bytes(
        new HashedSignIn("signed in 1", person.TenantId, person.ObjectId, known), SignInJsonContext.Default.HashedSignIn);
}

/// <summary>Somebody who has signed in.</summary>
/// <param name="Roles">The values of their app roles.</param>
/// <param name="Until">In milliseconds since 1970: from when on that has to be asked again.</param>
/// <param name="ChannelId">The channel on which they signed in.</param>
/// <param name="AccountId">Its id of them: how the token service knows them.</param>
internal sealed record SignedIn(IReadOnlyList<string> Roles, long Until, string ChannelId, string AccountId);

internal sealed record SealedSignIn(SignedIn? SignedIn, byte[]? Seal);

internal sealed record HashedSignIn(string Kind, string TenantId, string ObjectId, SignedIn SignedIn);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SealedSignIn))]
[JsonSerializable(typeof(HashedSignIn))]
internal sealed partial class SignInJsonContext : JsonSerializerContext;
