namespace TrunkBot.Sandbox;

/// <summary>Somebody in the sandbox's company.</summary>
/// <param name="Key">How requests name the person: <c>riya</c>.</param>
/// <param name="Name">The person's full name.</param>
/// <param name="Role">The role that the bot's settings give: requester, approver, admin, or stranger for none.</param>
/// <param name="ObjectId">The made-up Entra object id.</param>
public sealed record SandboxPerson(string Key, string Name, string Role, string ObjectId)
{
    /// <summary>The id on channel <c>msteams</c>.</summary>
    public string TeamsId => $"29:1{Key}-{ObjectId[^4..]}";

    /// <summary>The id on channel <c>webchat</c>.</summary>
    public string WebChatId => $"user-{Key}";

    /// <summary>The made-up sign-in name.</summary>
    public string SignInName => $"{Key}@example.com";

    /// <summary>The id that a channel knows the person by.</summary>
    /// <param name="channelId">The channel.</param>
    public string IdOn(string channelId) => channelId == SandboxWorld.Teams ? TeamsId : WebChatId;
}
