namespace TrunkBot.Trunks.Fields;

/// <summary>The request with every value exactly as it will be sent.</summary>
internal sealed record TrunkSpec(
    string Name, string Domain, string Direction, IReadOnlyList<string> Numbers, string Username);
