namespace TrunkBot.VideoSdk;

/// <summary>A trunk as it is to be; its password travels beside it.</summary>
internal sealed record SipTrunkSpec(string Name, string Domain, string Direction, IReadOnlyList<string> Numbers, string Username);
