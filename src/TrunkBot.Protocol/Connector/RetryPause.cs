using System.Net.Http.Headers;

namespace TrunkBot.Protocol.Connector;

/// <summary>How long to wait before a call is repeated.</summary>
internal static class RetryPause
{
    public const int MaxTries = 3;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The wait after this many tries; null when it is better to give up.</summary>
    public static TimeSpan? After(int tries, ConnectorException failure)
    {
        if (tries >= MaxTries || !failure.MayPass)
            return null;
        // Up to half is left to chance, so that those who failed together do not come back together.
        var pause = failure.RetryAfter ?? First * Math.Pow(2, tries - 1) * (0.5 + (Random.Shared.NextDouble() / 2));
        return pause <= Longest ? pause : null;
    }

    /// <summary>What a Retry-After header asks for, in either of its forms.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var asked = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}
