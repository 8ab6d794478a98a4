using System.ComponentModel.DataAnnotations;

namespace TrunkBot.Protocol.Hosting;

/// <summary>Section <c>Limits</c>: what the bot's endpoint takes.</summary>
public sealed class BotEndpointOptions
{
    /// <summary>Longest body in bytes; a longer one is answered 413 and not read. 1 KB to 16 MB, default 262144 (256 KB).</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int RequestBody { get; set; } = 256 * 1024;
}
