using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Authentication;

/// <summary>
/// A token of the channel that has been proved. It says that the channel calls, for one service address; what the body says is for the
/// caller to hold against it with <see cref="Covers"/> before believing anything in it.
/// </summary>
public sealed partial class ChannelToken
{
    private readonly string? _serviceUrl;
    private readonly FrozenSet<string> _endorsements;
    private readonly ILogger _log;

    private ChannelToken(string? serviceUrl, FrozenSet<string> endorsements, ILogger log) =>
        (_serviceUrl, _endorsements, _log) = (serviceUrl, endorsements, log);

    /// <summary>True where no token was asked for: <see cref="ChannelAuthenticationOptions.AllowAnonymousLoopback"/>.</summary>
    public bool IsAnonymous => _serviceUrl is null;

    /// <summary>
    /// True if the activity came through this token's service address and its channel is one that the signing key may speak for.
    /// False is a 401.
    /// </summary>
    public bool Covers(Activity activity)
    {
        var reason = IsAnonymous ? ReasonAgainstAnonymous(activity) : ReasonAgainst(activity);
        if (reason is not null)
            LogNotCovered(_log, reason);
        return reason is null;
    }

    internal static ChannelToken Proved(string serviceUrl, FrozenSet<string> endorsements, ILogger log) => new(serviceUrl, endorsements, log);

    internal static ChannelToken Anonymous(ILogger log) => new(null, [], log);

    private string? ReasonAgainst(Activity activity)
    {
        // As the Bot Framework compares it: any case, and nothing trimmed.
        if (!string.Equals(activity.ServiceUrl, _serviceUrl, StringComparison.OrdinalIgnoreCase))
            return "the activity's serviceUrl isn't that of the token";
        return activity.ChannelId is { Length: > 0 } channel && _endorsements.Contains(channel)
            ? null
            : "the signing key isn't endorsed for the activity's channel";
    }

    private static string? ReasonAgainstAnonymous(Activity activity)
    {
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) || !Loopback.Is(service))
            return "without tokens only a loopback serviceUrl is taken";
        return activity.ChannelId is { Length: > 0 } ? null : "the activity names no channel";
    }

    [LoggerMessage(31, LogLevel.Warning, "An activity was refused: {Reason}.")]
    private static partial void LogNotCovered(ILogger log, string reason);
}

/// <summary>What a request's Authorization header is worth.</summary>
/// <param name="Token">The proof; null when the request is refused.</param>
/// <param name="Status">What to answer a refused request with, and nothing else: 401, or 503 while the channel's keys were never read.</param>
public readonly record struct ChannelTokenVerdict(ChannelToken? Token, int Status);
