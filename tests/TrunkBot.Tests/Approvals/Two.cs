namespace TrunkBot.Tests.Approvals;

/// <summary>Settings under which the usual request needs two approvers.</summary>
internal static class Two
{
    public static Dictionary<string, string?> Approvers => new()
    {
        ["Policies:Rules:0:Rule"] = "direction",
        ["Policies:Rules:0:Direction"] = "outbound",
        ["Policies:Rules:0:Approvers"] = "2",
    };
}
