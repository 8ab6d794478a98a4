using TrunkBot.Approvals;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Languages;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests.Submitting;

/// <summary>Puts to the approvers what nothing stands against, the first time or in place of what was asked before.</summary>
internal sealed class AskDesk(RequestSeal seal, KeptPasswords passwords, CollisionBook collisions, ApprovalAsking asking, AuditTrail audit, TimeProvider clock)
{
    public async Task AskAsync(TrunkRequest draft, Ready ready, Secret secret, CancellationToken ct)
    {
        var warnings = Lines(ready);
        var fingerprint = seal.Of(draft, ready.Spec, secret);
        draft.Submit(ready.Spec, warnings, fingerprint, clock.GetUtcNow());
        collisions.Take(draft);
        await asking.AskAsync(Question(draft, ready, warnings, fingerprint), ct);
        audit.By(draft.Asker, draft.TenantId, draft.Id.ToString(), "submitted", TrunkTexts.Confirmed(warnings.Count));
    }

    /// <summary>What the approvers said before is void, and the clocks begin anew.</summary>
    public async Task AskAnewAsync(TrunkRequest request, Ready ready, Secret secret, CancellationToken ct)
    {
        var warnings = Lines(ready);
        var fingerprint = seal.Of(request, ready.Spec, secret);
        request.Edit(ready.Spec, warnings, fingerprint, passwords.Lock(request, secret), clock.GetUtcNow());
        await collisions.MoveAsync(request, ct);
        var voided = await asking.AskAnewAsync(Question(request, ready, warnings, fingerprint), ct);
        audit.By(request.Asker, request.TenantId, request.Id.ToString(), "edited", TrunkTexts.Voided(voided));
    }

    /// <summary>Whether this is what was asked already.</summary>
    public bool IsTheSame(TrunkRequest request, TrunkSpec spec, Secret secret) =>
        request.Fingerprint is { } before && seal.Fits(request, spec, secret, before);

    private static List<Noted> Lines(Ready ready) => [.. ready.Review.Warnings.Select(warning => Noted.Of(() => FieldTexts.Line(warning)))];

    private static ApprovalQuestion Question(TrunkRequest request, Ready ready, IReadOnlyList<Noted> warnings, byte[] fingerprint) => new(
        request.Id.ToString(), request.Asker, Noted.Of(() => TrunkTexts.ApprovalTitle(ready.Spec)), TrunkFacts.Of(request), warnings, fingerprint, ready.Needs);
}
