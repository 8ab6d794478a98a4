namespace TrunkBot.Sandbox.DirectLine;

/// <summary>What a page asks for: to be a person in a conversation.</summary>
/// <param name="Person">Who: <c>riya</c>.</param>
/// <param name="Where"><c>personal</c> or <c>room</c>.</param>
internal sealed record TokenOrder(string? Person, string? Where);
