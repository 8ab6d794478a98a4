namespace TrunkBot.Tests.Approvals;

/// <summary>Settings under which the usual request needs two approvers.</summary>
internal static class Two
{
    public static Dictionary<string, string?> Approvers => new()
    {
        ["Policies:Rules:1:Rule"] = "direction",
        ["Policies:Rules:1:Direction"] = "outbound",
        ["Policies:Rules:1:Approvers"] = "2",
    };
}
