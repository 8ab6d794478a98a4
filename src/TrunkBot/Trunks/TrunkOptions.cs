using System.ComponentModel.DataAnnotations;

namespace TrunkBot.Trunks;

/// <summary>The settings of section <c>Trunks</c>.</summary>
internal sealed class TrunkOptions
{
    public const string Section = "Trunks";

    /// <summary>VideoSDK's side of every trunk: each organisation has its own name within it.</summary>
    public const string VideoSdkSip = "sip.videosdk.live";

    /// <summary>As many numbers as fit on a card beside everything else.</summary>
    public const int NumbersOnACard = 500;

    /// <summary>How many numbers one trunk may carry.</summary>
    [Range(1, NumbersOnACard)]
    public int MaxNumbers { get; init; } = 100;

    /// <summary>How long an approved request is tried again while VideoSDK refuses it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an approved request is kept, with its password, while VideoSDK refuses TrunkBot itself (its key, plan or address) and nobody has
    /// it tried again. Longer than <see cref="GiveUpAfter"/>: people have to look, and may be asleep. Default 1 day.
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan WaitForOperators { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long what was entered but not submitted is kept.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan DraftLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether a domain may name a port. VideoSDK's reference does not say that it takes one.</summary>
    public bool AllowPort { get; init; }

    /// <summary>Passwords with fewer characters are refused. Lower it only for a carrier that issues shorter ones.</summary>
    [Range(1, 64)]
    public int ShortestPassword { get; init; } = 8;

    /// <summary>
    /// The host to which carriers send inbound calls, <c>&lt;orgId&gt;.sip.videosdk.live</c>. Empty: people read
    /// where to find it.
    /// </summary>
    [RegularExpression(@"([A-Za-z0-9-]{1,63}\.)+[A-Za-z][A-Za-z0-9-]{1,62}",
        ErrorMessage = "Trunks:InboundHost must be a host like my-org-id.sip.videosdk.live, without sip: in front.")]
    public string InboundHost { get; init; } = "";

    /// <summary>The same as a person reads it, known or not.</summary>
    public string InboundHostOrWhereToFindIt => InboundHost.Length > 0
        ? InboundHost
        : $"YOUR-ORG-ID.{VideoSdkSip} (the id is in VideoSDK's dashboard)";

    /// <summary>The addresses from which VideoSDK calls carriers, as people enter them in an allow-list there.</summary>
    [StringLength(500)]
    public string SignallingAddresses { get; init; } = "13.200.63.163 (India), 34.186.123.99 (US)";
}
