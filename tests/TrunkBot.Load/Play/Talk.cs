using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Load.Channel;

namespace TrunkBot.Load.Play;

/// <summary>One conversation: a person nobody has met before, in a personal chat of their own.</summary>
internal sealed class Talk
{
    private static int s_last;
    private readonly string _person;
    private readonly string _serviceUrl;
    private int _said;

    /// <param name="serviceUrl">Where answers go.</param>
    /// <param name="person">The object id of somebody known; a new person if nothing is said.</param>
    public Talk(string serviceUrl, string? person = null) => (_serviceUrl, _person) = (serviceUrl, person ?? Guid.NewGuid().ToString());

    public string ConversationId { get; } = $"a:{Guid.NewGuid():N}";

    /// <summary>No two conversations ask for the same trunk.</summary>
    public int Number { get; private set; } = Interlocked.Increment(ref s_last);

    /// <summary>From here on it is about another trunk.</summary>
    public void AsksForAnother() => Number = Interlocked.Increment(ref s_last);

    /// <summary>A message with this text.</summary>
    public byte[] Says(string text)
    {
        var activity = Activity("message", $"{++_said}");
        activity["textFormat"] = "plain";
        activity["text"] = text;
        return JsonSerializer.SerializeToUtf8Bytes(activity);
    }

    /// <summary>A click on a card's button, as Teams sends it for <c>Action.Execute</c>.</summary>
    public byte[] Clicks(JsonObject data)
    {
        var activity = Activity("invoke", $"f:{++_said}");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "1";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["verb"]?.DeepClone(), ["data"] = data },
            ["trigger"] = "manual",
        };
        return JsonSerializer.SerializeToUtf8Bytes(activity);
    }

    private JsonObject Activity(string type, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O"),
        ["locale"] = "en-US",
        ["channelId"] = Identity.ChannelId,
        ["serviceUrl"] = _serviceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{_person}", ["name"] = "Load", ["aadObjectId"] = _person },
        ["recipient"] = new JsonObject { ["id"] = $"28:{Identity.AppId}", ["name"] = "TrunkBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = ConversationId,
            ["conversationType"] = "personal",
            ["tenantId"] = Identity.TenantId,
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Identity.TenantId } },
    };
}
