namespace TrunkBot.VideoSdk;

/// <summary>A trunk as VideoSDK tells it, without its password. What VideoSDK left out is empty here and named in <see cref="Missing"/>.</summary>
internal sealed record SipTrunk(
    string TrunkId, string Name, string Domain, string Direction, IReadOnlyList<string> Numbers, string Username)
{
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The members that are not as the specification says, by their names in VideoSDK's API; empty when the two match.</summary>
    public IReadOnlyList<string> DifferencesTo(SipTrunkSpec spec) =>
    [
        .. Different("name", Name == spec.Name),
        .. Different("domain", string.Equals(Domain, spec.Domain, StringComparison.OrdinalIgnoreCase)),
        .. Different("direction", string.Equals(Direction, spec.Direction, StringComparison.OrdinalIgnoreCase)),
        .. Different("numbers", Numbers.Count == spec.Numbers.Count && Numbers.ToHashSet(StringComparer.Ordinal).SetEquals(spec.Numbers)),
        .. Different("username", Username == spec.Username),
    ];

    private static IEnumerable<string> Different(string member, bool same) => same ? [] : [member];
}
