using TrunkBot.Access;

namespace TrunkBot.Approvals;

/// <summary>Who has approved, has left it to somebody, and has seen what there is to see.</summary>
internal sealed partial class Approval
{
    public bool HasApproved(Person person) =>
        Decisions.Exists(decision => decision is { Approved: true, IsLapsed: false } && decision.PersonId == person.ObjectId && IsOnThis(decision));

    /// <summary>To whom this person has left it; null when they have not.</summary>
    public Handover? HandoverOf(Person person) => Handovers.From(person.ObjectId);

    /// <summary>The approval that somebody gave in this person's place; null when nobody has.</summary>
    public Decision? HasApprovedFor(Person person)
    {
        var holder = Handovers.HolderFor(person.ObjectId);
        return Decisions.Find(decision => decision.Approved && decision.PersonId == holder && IsOnThis(decision));
    }

    /// <summary>Leaves this person's voice to somebody who keeps their own, so that there are never circles.</summary>
    public void HandOn(Person from, Person to, DateTimeOffset at)
    {
        Require(ApprovalState.Open);
        if (from == to || to == Asker || HasApproved(from) || HasApproved(to) || HandoverOf(to) is not null)
            throw new InvalidOperationException("This decision cannot be left to them.");
        Handovers = [.. Handovers.Where(handover => handover.FromId != from.ObjectId), new Handover(from.ObjectId, from.Name, to.ObjectId, to.Name, at)];
    }

    public void TakeBack(Person from)
    {
        Require(ApprovalState.Open);
        if (HasApprovedFor(from) is not null)
            throw new InvalidOperationException("Their colleague has decided.");
        Handovers = [.. Handovers.Where(handover => handover.FromId != from.ObjectId)];
    }

    /// <summary>Whether this person has seen all there is: on the card that was clicked, in an answer, or because nothing was added.</summary>
    public bool IsSeenBy(Person person, string? clicked) =>
        clicked is not null ? clicked == Mark : Mark == "1.0" || Sights.Exists(sight => sight.PersonId == person.ObjectId && sight.Mark == Mark);

    /// <summary>This person is being shown all there is.</summary>
    /// <param name="person">Who.</param>
    /// <param name="pushing">Whether they were told also what pushing it through means.</param>
    public void ShowTo(Person person, bool pushing = false)
    {
        Require(ApprovalState.Open);
        Sights = [.. Sights.Where(sight => sight.PersonId != person.ObjectId), new Sight(person.ObjectId, Mark, pushing)];
    }

    /// <summary>Whether this person has been asked whether to push exactly what the clicked card showed.</summary>
    public bool IsPushConfirmed(Person person, string? clicked) => clicked == Mark && Sights.Contains(new Sight(person.ObjectId, Mark, true));
}
