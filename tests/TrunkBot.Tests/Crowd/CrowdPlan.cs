using System.Globalization;

namespace TrunkBot.Tests.Crowd;

/// <summary>Who approves what.</summary>
/// <param name="People">So many ask, once each, and so many approve.</param>
/// <param name="Hot">The first requests, about which every approver decides at the same moment.</param>
/// <param name="Each">How many approvers decide about every other request.</param>
internal sealed record CrowdPlan(int People, int Hot, int Each)
{
    public static string Asker(int n) => string.Create(CultureInfo.InvariantCulture, $"requester-{n}");

    public static string Approver(int n) => string.Create(CultureInfo.InvariantCulture, $"approver-{n}");

    /// <summary>The requests, in the order in which they were submitted, that this approver decides about.</summary>
    public IEnumerable<int> DecidedBy(int approver) => Enumerable.Range(0, People)
        .Where(request => request < Hot || (approver - request + People) % People < Each);
}
