namespace TrunkBot.Sandbox.Login;

/// <summary>One request for a token; it holds no secret.</summary>
/// <param name="Time">When it came.</param>
/// <param name="ClientId">Who asked.</param>
/// <param name="Status">The status answered.</param>
public sealed record LoginRequest(DateTimeOffset Time, string? ClientId, int Status);
