namespace TrunkBot.Sandbox.Faults;

/// <summary>One way to misbehave, for the next calls that it fits.</summary>
public sealed record Fault
{
    /// <summary>What goes wrong; each endpoint names the kinds it knows. <c>status</c> if nothing is said.</summary>
    public string Kind { get; init; } = "status";

    /// <summary>The status answered by kind <c>status</c>.</summary>
    public int? Status { get; init; }

    /// <summary>Seconds for the <c>Retry-After</c> header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How long to wait first, with any kind.</summary>
    public int? Milliseconds { get; init; }

    /// <summary>The message in the body of kind <c>status</c>.</summary>
    public string? Message { get; init; }

    /// <summary>The short name of the error in the channel's body of kind <c>status</c>; the usual one of the status if nothing is said.</summary>
    public string? Code { get; init; }

    /// <summary>How many calls are hit; 1 if nothing is said.</summary>
    public int? Times { get; init; }

    /// <summary>Only calls with this HTTP method; <c>*</c> for any.</summary>
    public string? Method { get; init; }

    /// <summary>Only calls about this conversation, threads included; any if nothing is said.</summary>
    public string? Conversation { get; init; }

    /// <summary><c>before</c> (nothing was done, the default) or <c>after</c> (the call was carried out).</summary>
    public string? When { get; init; }

    internal bool IsAfter => When == "after";
}
