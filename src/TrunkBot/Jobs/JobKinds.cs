namespace TrunkBot.Jobs;

/// <summary>The kinds of stored work that this program knows.</summary>
internal sealed class JobKinds
{
    private readonly Dictionary<string, JobKind> _kinds = [];

    public JobKinds(IEnumerable<JobKind> kinds)
    {
        foreach (var kind in kinds)
            if (!_kinds.TryAdd(kind.Name, kind))
                throw new InvalidOperationException(
                    $"{_kinds[kind.Name].Payload} and {kind.Payload} are both stored as work of the kind '{kind.Name}'. Give the newer one a Kind of its own.");
    }

    public IReadOnlyCollection<string> Names => _kinds.Keys;

    /// <summary>Null where only another version knows it.</summary>
    public JobKind? Find(string name) => _kinds.GetValueOrDefault(name);
}
