using System.Text.Json;

namespace TrunkBot.Sandbox.VideoSdk;

/// <summary>One call that VideoSDK has seen; it holds no password.</summary>
public sealed class VideoSdkRequest
{
    internal VideoSdkRequest(string id, DateTimeOffset time, string method, string path) =>
        (Id, Time, Method, Path) = (id, time, method, path);

    /// <summary>The request id that the answer carries.</summary>
    public string Id { get; }

    /// <summary>When the call came.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Its HTTP method.</summary>
    public string Method { get; }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>The status answered; nothing while it is being answered and when it never was.</summary>
    public int? Status { get; internal set; }

    /// <summary>The fault that hit the call.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The body with its secrets masked, when it was a JSON object.</summary>
    public JsonElement? Body { get; internal set; }
}
