using System.Security.Cryptography;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Login;

/// <summary>
/// Plays the machine's endpoint for managed identities, once as a container app has it and once as a virtual machine has it. Two identities are assigned:
/// one that vouches for the bot and reads the vault, and one that is the bot, where its type is UserAssignedMSI.
/// </summary>
public sealed class ManagedIdentities
{
    /// <summary>The client id of the identity that vouches for the bot.</summary>
    public const string ClientId = "60000000-0000-4000-8000-0000000000f1";

    internal const string PrincipalId = "60000000-0000-4000-8000-0000000000f2";

    /// <summary>How the next requests go wrong.</summary>
    public FaultQueue Faults { get; } = new("GET", "status");

    /// <summary>Every request for a token.</summary>
    public SandboxLog<IdentityRequest> Requests { get; } = new();

    /// <summary>What only somebody on the machine knows.</summary>
    internal string Header { get; } = RandomNumberGenerator.GetHexString(32);
}

/// <summary>One request for a managed identity's token.</summary>
/// <param name="Place">Where it was asked for: <c>app</c> or <c>machine</c>.</param>
/// <param name="ClientId">Of which identity.</param>
/// <param name="Resource">For what.</param>
/// <param name="Status">The status answered.</param>
public sealed record IdentityRequest(string Place, string ClientId, string Resource, int Status);
