namespace TrunkBot.Approvals;

/// <summary>Somebody leaves their decision to somebody else, who has the role anyway. It gives nobody a right; it takes the first one's voice.</summary>
internal sealed record Handover(string FromId, string FromName, string ToId, string ToName, DateTimeOffset At);

internal static class Handovers
{
    extension(List<Handover> all)
    {
        public Handover? From(string personId) => all.Find(handover => handover.FromId == personId);

        /// <summary>Who decides in this person's place at last; null when they decide themselves.</summary>
        public string? HolderFor(string personId)
        {
            var holder = all.From(personId)?.ToId;
            while (holder is not null && all.From(holder) is { } on)
                holder = on.ToId;
            return holder;
        }

        /// <summary>The names of those whose voice this person holds, also by way of others; null when it is only their own.</summary>
        public string? InPlaceOf(string personId)
        {
            List<Handover> held = [.. all.Where(handover => handover.ToId == personId)];
            for (var i = 0; i < held.Count; i++)
                held.AddRange(all.Where(handover => handover.ToId == held[i].FromId));
            return held.Count == 0 ? null : string.Join(", ", held.Select(handover => ApprovalTexts.Who(handover.FromName)));
        }
    }
}
