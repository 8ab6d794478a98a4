using Microsoft.Extensions.Options;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Access.SignIn;

/// <summary>
/// Who has signed in, and what Entra says of them. An answer that has run out is asked for anew at the token service, without the person; only where
/// that has nothing, or nothing new enough, does the person have to sign in again.
/// </summary>
internal sealed class SignInBook(UserTokenClient service, RoleTokens tokens, RoleMemory memory, IOptions<SignInOptions> options, TimeProvider clock)
{
    private string Connection => options.Value.ConnectionName;

    /// <summary>The values of the person's app roles; null where they have to sign in first.</summary>
    /// <exception cref="Exception">The token service or Entra cannot be asked.</exception>
    public async Task<IReadOnlyList<string>?> RolesOfAsync(Person person, CancellationToken ct)
    {
        if (await memory.FindAsync(person, ct) is not { } known)
            return null;
        return clock.GetUtcNow().ToUnixTimeMilliseconds() < known.Until ? known.Roles : (await RenewAsync(person, known, ct))?.Roles;
    }

    /// <summary>A client has sent its person's token.</summary>
    /// <returns>False for a token that is not this person's, that is too old, or where the person has to consent.</returns>
    public async Task<bool> ExchangeAsync(Person person, Account account, string token, CancellationToken ct)
    {
        // Held against the person before anything is done with it: it would be kept under their name.
        if (await tokens.ReadAsync(person, token, ct) is not { } brought)
            return false;
        var exchanged = await service.ExchangeTokenAsync(account.Id, Connection, account.ChannelId, new TokenExchangeRequest { Token = token }, ct);
        if (exchanged is null)
            return false;
        var given = await tokens.ReadAsync(person, exchanged.Token, ct);
        return await RememberAsync(person, account, given?.Until > brought.Until ? given : brought, ct) is not null;
    }

    /// <summary>Somebody has signed in in a window, and says the code.</summary>
    /// <returns>False where the code is not theirs, or the token is not.</returns>
    public async Task<bool> VerifyAsync(Person person, Account account, string code, CancellationToken ct)
    {
        var held = await service.GetUserTokenAsync(account.Id, Connection, account.ChannelId, code, ct);
        return await RememberAsync(person, account, await tokens.ReadAsync(person, held?.Token, ct), ct) is not null;
    }

    /// <summary>Forgets the person, here first.</summary>
    public async Task SignOutAsync(Person person, Account account, CancellationToken ct)
    {
        await memory.ForgetAsync(person, ct);
        await service.SignOutUserAsync(account.Id, Connection, account.ChannelId, ct);
    }

    private async Task<RoleAnswer?> RenewAsync(Person person, SignedIn known, CancellationToken ct)
    {
        var account = new Account(known.ChannelId, known.AccountId);
        var held = await service.GetUserTokenAsync(account.Id, Connection, account.ChannelId, cancellationToken: ct);
        if (held is null)
        {
            await memory.ForgetAsync(person, ct);
            return null;
        }

        // The service keeps a token until it ends; for what Entra says now a new one has to be asked for.
        if (await tokens.ReadAsync(person, held.Token, ct) is { } kept && kept.Until > clock.GetUtcNow())
            return await RememberAsync(person, account, kept, ct);
        var renewed = await service.ExchangeTokenAsync(
            account.Id, Connection, account.ChannelId, new TokenExchangeRequest { Uri = options.Value.Resource }, ct);
        return await RememberAsync(person, account, await tokens.ReadAsync(person, renewed?.Token, ct), ct);
    }

    private async Task<RoleAnswer?> RememberAsync(Person person, Account account, RoleAnswer? answer, CancellationToken ct)
    {
        if (answer is null || !tokens.Counts(answer))
            return null;
        await memory.PutAsync(person, new SignedIn(answer.Roles, answer.Until.ToUnixTimeMilliseconds(), account.ChannelId, account.Id), ct);
        return answer;
    }
}

/// <summary>How the token service knows somebody.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Id">Its own id of the person.</param>
internal sealed record Account(string ChannelId, string Id);
