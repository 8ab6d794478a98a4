using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Languages;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>What a last look before a create has found.</summary>
internal abstract record Looked
{
    private Looked()
    {
    }

    /// <summary>It is to be created, with this password.</summary>
    public sealed record Create(Secret Secret) : Looked;

    /// <summary>It is not created, for this reason.</summary>
    public sealed record Fail(Func<string> Problem) : Looked;

    /// <summary>Nobody can tell now.</summary>
    public sealed record Wait(Noted Why, TimeSpan For) : Looked;
}

/// <summary>
/// Whether what was approved is still to be created: with every attempt it is asked again who said yes, to what exactly, whether they still may, and what
/// the rules ask for as they are now.
/// </summary>
internal sealed class LastLook(ApprovedSecret approved, Authority authority, TrunkPolicy policy, IOptions<TrunkOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan s_untilSomebodyCanTell = TimeSpan.FromSeconds(30);

    public async Task<Looked> AtAsync(TrunkRequest request, Approval? approval, CancellationToken ct)
    {
        if (request.Problem is { } problem && IsTooOld(request))
            return new Looked.Fail(() => ProvisioningTexts.GaveUp(problem, options.Value.GiveUpAfter));
        if (approval is { IsDecidedFor: true } && await LostAsync(request, approval, ct) is { } lost)
            return lost;
        if (approval is null || await approved.OfAsync(request, approval, ct) is not { } secret)
            return new Looked.Fail(() => ProvisioningTexts.Changed(request));
        return await MissingAsync(request, approval, ct) ?? new Looked.Create(secret);
    }

    /// <summary>What to do where the rules, as they are now, ask for more than was said; null when nothing is missing. Whoever pushed has skipped people, not rules.</summary>
    private async Task<Looked?> MissingAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var needs = approval.Needs.And(await policy.JudgeAsync(request, approval.AskedAt, ct));
        if (!needs.IsRefused && (approval.IsPushed || approval.Counted.Count(decision => decision.Role >= needs.Role) >= needs.Approvers))
            return null;
        return new Looked.Fail(() => TrunkTexts.AgainstARule(request, needs));
    }

    /// <summary>What to do where somebody has lost the role by which they asked or approved; null when nobody has.</summary>
    private async Task<Looked?> LostAsync(TrunkRequest request, Approval approval, CancellationToken ct)
    {
        var silent = await authority.ReviewAsync(approval, approval.Role, ct);
        var known = silent.Count == 0;
        var asker = await authority.OfAskerAsync(request.Asker, RoomBook.Read(request.Reference), ct);
        if (known && !approval.IsGranted)
            return new Looked.Fail(() => ApprovalTexts.NoLongerApproved(approval));
        if (known && asker.Has(Role.Requester))
            return null;
        if (known && asker is { Unreachable.Count: 0, NeedsSignIn: false })
            return new Looked.Fail(() => ApprovalTexts.AskerHasLost(approval));
        return IsTooOld(request)
            ? new Looked.Fail(() => ApprovalTexts.NobodyCouldTell(approval, silent.Union(asker.Unreachable)))
            : new Looked.Wait(Noted.Of(() => ApprovalTexts.NobodyCouldTell(approval, silent.Union(asker.Unreachable))), s_untilSomebodyCanTell);
    }

    private bool IsTooOld(TrunkRequest request) => request.ApprovedAt + options.Value.GiveUpAfter <= clock.GetUtcNow();
}
