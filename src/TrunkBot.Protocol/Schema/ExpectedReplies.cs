namespace TrunkBot.Protocol.Schema;

/// <summary>Body of the answer to an activity with <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public sealed class ExpectedReplies
{
    /// <summary>What the bot said, in order.</summary>
    public required List<Activity> Activities { get; init; }
}

/// <summary>What the connector answers to a send.</summary>
public sealed class ResourceResponse
{
    /// <summary>Id of the new activity; absent for typing and for messages that Teams splits.</summary>
    public string? Id { get; set; }
}
