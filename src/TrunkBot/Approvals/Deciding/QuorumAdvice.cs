using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Diagnostics;
using TrunkBot.Policies;

namespace TrunkBot.Approvals.Deciding;

/// <summary>
/// Says at the start where more approvals are asked for than there are approvers. It can be known only where the settings name everybody who
/// has the role.
/// </summary>
internal sealed class QuorumAdvice(PolicyBook policies, RoleBook roles, HomeTenant home, IOptions<AccessOptions> access, ILogger<QuorumAdvice> log)
    : BackgroundService, IStartAdvice
{
    public IEnumerable<string> Sentences =>
        from needs in policies.Strictest.Prepend(Verdict.OneApprover)
        where roles.AreAllNamed(needs.Role)
        let people = Tenants.Select(tenant => roles.Named(needs.Role, tenant).Count).DefaultIfEmpty(0).Max()
        where people < needs.Approvers
        select ApprovalTexts.CannotBeReachedByAnybody(needs, people);

    private IEnumerable<string> Tenants => access.Value.Tenants is { Count: > 0 } named
        ? named.Select(tenant => tenant.ToLowerInvariant())
        : home.Id is { } own ? [own.ToString()] : [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var sentence in Sentences)
            log.CannotBeApproved(sentence);
        return Task.CompletedTask;
    }
}
