using TrunkBot.Access.SignIn;

namespace TrunkBot.Access;

/// <summary>Everybody who has been given an app role of the bot's Entra app: a token says so, that the person brings by signing in.</summary>
// The book is fetched when it is needed: it stands on settings of its own, and what is wrong with those is not for this room to say.
internal sealed class AppRoleSource(IServiceProvider services, IConfiguration configuration) : IRoleSource
{
    public string Name => "approle";

    public string Form => "approle:<value>";

    public string? ProblemWith(string value)
    {
        if (value.Length == 0 || value.Any(char.IsWhiteSpace))
            return "needs the value of an app role, as the bot's app registration names it";
        return string.IsNullOrEmpty(configuration[SignInOptions.Connection])
            ? $"needs {SignInOptions.Connection}, because app roles are read when people sign in"
            : null;
    }

    public async Task<bool> HoldsAsync(string value, Person person, CancellationToken cancellationToken)
    {
        var known = await services.GetRequiredService<SignInBook>().RolesOfAsync(person, cancellationToken);
        return known is null ? throw new SignInNeededException() : known.Contains(value, StringComparer.Ordinal);
    }
}

/// <summary>Nobody can tell before the person has signed in.</summary>
internal sealed class SignInNeededException() : Exception("The person has not signed in.");
