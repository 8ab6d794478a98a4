namespace TrunkBot.Sandbox.Faults;

/// <summary>The faults that wait for their calls, first come first served.</summary>
public sealed class FaultQueue
{
    private const int Longest = 1000;
    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];
    private readonly string[] kinds;
    private readonly string method;

    internal FaultQueue(string method, params string[] kinds) => (this.method, this.kinds) = (method, kinds);

    /// <summary>The faults that still wait; <see cref="Fault.Times"/> is what is left.</summary>
    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (gate)
                return [.. waiting];
        }
    }

    /// <summary>Lets the next matching calls go wrong.</summary>
    /// <param name="fault">How they go wrong.</param>
    /// <exception cref="ArgumentException">The fault makes no sense here; the message says why.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (TryAdd(fault) is { } objection)
            throw new ArgumentException(objection, nameof(fault));
    }

    /// <summary>Forgets every fault that still waits.</summary>
    public void Clear()
    {
        lock (gate)
            waiting.Clear();
    }

    /// <summary>Adds a fault, or says why it makes no sense here.</summary>
    internal string? TryAdd(Fault fault)
    {
        var complete = fault with { Kind = fault.Kind ?? "status", Method = fault.Method ?? method, Times = fault.Times ?? 1 };
        if (Objection(complete) is { } objection)
            return objection;
        lock (gate)
        {
            if (waiting.Count == Longest)
                return "Too many faults are waiting. Clear them first.";
            waiting.Add(complete);
        }
        return null;
    }

    internal Fault? Take(string calledMethod, string? conversation = null)
    {
        lock (gate)
        {
            var at = waiting.FindIndex(one =>
                (one.Method == "*" || one.Method!.Equals(calledMethod, StringComparison.OrdinalIgnoreCase))
                && (one.Conversation is null || conversation?.Split(";messageid=")[0] == one.Conversation));
            if (at < 0)
                return null;
            var fault = waiting[at];
            if (fault.Times > 1)
                waiting[at] = fault with { Times = fault.Times - 1 };
            else
                waiting.RemoveAt(at);
            return fault;
        }
    }

    private string? Objection(Fault fault) => fault switch
    {
        _ when !kinds.Contains(fault.Kind) => $"kind must be one of: {string.Join(", ", kinds)}.",
        { Kind: "status", Status: null or < 200 or > 599 } => "status must be a number from 200 to 599.",
        { Times: < 1 } => "times must be at least 1.",
        { Milliseconds: < 0 or > 600_000 } => "milliseconds must be between 0 and 600000.",
        { Kind: "latency", Milliseconds: null } => "milliseconds is missing.",
        { When: not (null or "before" or "after") } => "when must be before or after.",
        _ => null,
    };
}
