namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>The bot is a user-assigned managed identity itself: the machine that it runs on gives it its tokens.</summary>
internal sealed class ManagedIdentityLogin(ManagedIdentity identity) : IBotLogin
{
    private const string AllPermissions = "/.default";

    // A scope is a resource and what is asked of it; the machine's endpoint takes the resource alone.
    public Task<IssuedToken> LogInAsync(string scope) => identity.GetTokenAsync(
        scope.EndsWith(AllPermissions, StringComparison.Ordinal) ? scope[..^AllPermissions.Length] : scope, CancellationToken.None);
}
