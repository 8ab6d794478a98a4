namespace TrunkBot.Outbox.Pacing;

/// <summary>How many answers went to each place that are not counted by all yet, in a table that never grows: for nearly all of them nobody ever asks.</summary>
/// <remarks>
/// Not for several at once. Places that fall on the same entry are counted together: that is rare, and then a notice makes more room than it has to.
/// </remarks>
/// <param name="keep">So long after the last one they do not matter any more.</param>
internal sealed class Answers(TimeSpan keep)
{
    private readonly (int Count, DateTimeOffset LastAt)[] _entries = new (int, DateTimeOffset)[1 << 16];

    public void Count(string place, DateTimeOffset now) => Entry(place) = (To(place, now).Count + 1, now);

    public (int Count, DateTimeOffset LastAt) To(string place, DateTimeOffset now) => Entry(place) is var entry && now - entry.LastAt < keep ? entry : default;

    /// <summary>So many are counted by all now.</summary>
    public void Told(string place, int count)
    {
        ref var entry = ref Entry(place);
        entry.Count -= Math.Min(entry.Count, count);
    }

    private ref (int Count, DateTimeOffset LastAt) Entry(string place) => ref _entries[(ushort)place.GetHashCode(StringComparison.Ordinal)];
}
