namespace TrunkBot.Sandbox;

/// <summary>When a token holds: the sandbox's clock decides, with five minutes' grace.</summary>
internal static class Lifetimes
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    internal static bool Holds(DateTime? notBefore, DateTime? expires, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires > now - Grace && !(notBefore > now + Grace);
    }
}
