using System.Text.Json;

namespace TrunkBot.Sandbox.Channel;

/// <summary>One call that the bot made to the connector.</summary>
public sealed record SentActivity
{
    /// <summary>When the call came.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary><c>send</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>react</c>, <c>unreact</c>, or <c>read</c> for people and teams.</summary>
    public required string Operation { get; init; }

    /// <summary>The conversation's id as the bot gave it.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The id of the activity that was sent, updated or deleted.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The activity that a reply was addressed to.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The activity as the bot wrote it.</summary>
    public JsonElement? Activity { get; init; }

    /// <summary>Whether the bot's token was right.</summary>
    public bool Authorized { get; init; }

    /// <summary>Whether the call took effect, whatever was answered.</summary>
    public bool Acted { get; init; }

    /// <summary>The status answered.</summary>
    public int Status { get; init; }

    /// <summary>Who alone sees it, as <see cref="SandboxPerson.Key"/>; nothing for everybody in the conversation.</summary>
    public string? OnlyFor => Activity is { ValueKind: JsonValueKind.Object } activity && activity.TryGetProperty("recipient", out var recipient)
        && recipient.ValueKind == JsonValueKind.Object && recipient.TryGetProperty("isTargeted", out var targeted) && targeted.ValueKind == JsonValueKind.True
            ? SandboxWorld.Find(recipient.GetProperty("id").GetString())?.Key
            : null;

    /// <summary>The reaction that was put on the activity, or taken away.</summary>
    public string? Reaction { get; init; }

    /// <summary>Whether Teams tells of it in the activity feed.</summary>
    public bool Alerts => Activity is { ValueKind: JsonValueKind.Object } activity
        && activity.TryGetProperty("channelData", out var data) && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("notification", out var notification) && notification.ValueKind == JsonValueKind.Object
        && notification.TryGetProperty("alert", out var alert) && alert.ValueKind == JsonValueKind.True;

    /// <summary>The activity's type.</summary>
    public string? Type => Member("type");

    /// <summary>The activity's text.</summary>
    public string? Text => Member("text");

    /// <summary>The content of the first Adaptive Card.</summary>
    public JsonElement? Card
    {
        get
        {
            if (Activity is not { } activity || !activity.TryGetProperty("attachments", out var all) || all.ValueKind != JsonValueKind.Array)
                return null;
            foreach (var one in all.EnumerateArray())
                if (one.TryGetProperty("contentType", out var type) && type.ValueEquals("application/vnd.microsoft.card.adaptive"))
                    return one.GetProperty("content");
            return null;
        }
    }

    private string? Member(string name) =>
        Activity is { ValueKind: JsonValueKind.Object } activity && activity.TryGetProperty(name, out var value) &&
        value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
