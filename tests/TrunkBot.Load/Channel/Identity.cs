namespace TrunkBot.Load.Channel;

/// <summary>Names that the channel and the bot agree on.</summary>
internal static class Identity
{
    public const string AppId = "7d0c1d0a-52a5-4b53-9f0e-1a0f6f1f7a11";
    public const string TenantId = "c1f8a1de-8f0b-4f0e-9b7a-2f6c5d1e9a22";
    public const string TokenIssuer = "https://api.botframework.com";
    public const string ChannelId = "msteams";
    public const string ApproverId = "8f0a2b1c-3d4e-4f50-8a6b-7c8d9e0f1a33";
    public const string RoomId = "19:load-approvals@thread.tacv2";

    /// <summary>Made anew for every run; it guards nothing.</summary>
    public static string AppPassword { get; } = Guid.NewGuid().ToString("N");
}
