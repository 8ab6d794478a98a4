namespace TrunkBot.Sandbox.Login;

/// <summary>One request for a token; it holds no secret.</summary>
/// <param name="Time">When it came.</param>
/// <param name="ClientId">Who asked.</param>
/// <param name="Status">The status answered.</param>
/// <param name="Proof">What was shown: <c>secret</c>, <c>assertion</c>, or <c>nothing</c>.</param>
/// <param name="Reason">Why it was refused; nothing where it was not.</param>
public sealed record LoginRequest(DateTimeOffset Time, string? ClientId, int Status, string Proof, string? Reason);
