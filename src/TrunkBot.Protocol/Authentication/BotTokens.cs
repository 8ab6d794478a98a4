using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Authentication;

/// <summary>The bot's tokens: a source for each thing that it calls, all by the one credential that its settings name.</summary>
public sealed class BotTokens
{
    private readonly ConcurrentDictionary<string, BotTokenSource> _sources = new(StringComparer.Ordinal);
    private readonly Func<string, BotTokenSource> _create;
    private readonly IBotLogin? _login;

    internal BotTokens(IBotLogin? login, RefreshMeasures measures, TimeProvider time, ILogger<BotTokenSource> log) =>
        (_login, _create) = (login, scope => new BotTokenSource(login, scope, measures, time, log));

    /// <summary>The source of the tokens for one scope, the same one each time.</summary>
    /// <param name="scope">Such as <c>https://graph.microsoft.com/.default</c>: a client gets all that it was given, or nothing.</param>
    public BotTokenSource For(string scope) => _sources.GetOrAdd(scope, _create);

    /// <summary>Whom a token names as its audience that the bot gets for this Application ID URI: the URI itself or an app id. The token is not kept.</summary>
    /// <param name="resource">The Application ID URI, such as <c>api://botid-&lt;app id&gt;</c>.</param>
    /// <exception cref="BotTokenException">There is none; <see cref="BotTokenException.Code"/> is <c>invalid_resource</c> where no app has that URI.</exception>
    /// <remarks>Source: Microsoft's "Entra authentication and authorization error codes", AADSTS500011 and AADSTS90009.</remarks>
    public async Task<string> AudienceAsync(string resource)
    {
        ArgumentNullException.ThrowIfNull(_login);
        try
        {
            var issued = await _login.LogInAsync($"{resource}/.default");
            return new JsonWebToken(issued.Value).Audiences.FirstOrDefault() ?? "";
        }
        // "The application is requesting a token for itself": so the URI is its own.
        catch (BotTokenException itself) when (itself.EntraError is 90009)
        {
            return resource;
        }
    }
}
