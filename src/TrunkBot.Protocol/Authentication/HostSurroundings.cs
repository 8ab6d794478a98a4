namespace TrunkBot.Protocol.Authentication;

/// <summary>What the process that runs the bot knows of itself and its settings do not say.</summary>
/// <param name="IsDevelopment">True in the Development environment.</param>
/// <param name="ListeningAddresses">Every address that the server listens on, such as <c>http://localhost:3978</c>.</param>
public sealed record HostSurroundings(bool IsDevelopment, IReadOnlyList<string> ListeningAddresses);
