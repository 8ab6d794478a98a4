using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Protocol.Telemetry;

namespace TrunkBot.Protocol.Authentication;

/// <summary>The bot's tokens: a source for each thing that it calls, all by the one credential that its settings name.</summary>
public sealed class BotTokens
{
    private readonly ConcurrentDictionary<string, BotTokenSource> _sources = new(StringComparer.Ordinal);
    private readonly Func<string, BotTokenSource> _create;

    internal BotTokens(IBotLogin? login, RefreshMeasures measures, TimeProvider time, ILogger<BotTokenSource> log) =>
        _create = scope => new BotTokenSource(login, scope, measures, time, log);

    /// <summary>The source of the tokens for one scope, the same one each time.</summary>
    /// <param name="scope">Such as <c>https://graph.microsoft.com/.default</c>: a client gets all that it was given, or nothing.</param>
    public BotTokenSource For(string scope) => _sources.GetOrAdd(scope, _create);
}
