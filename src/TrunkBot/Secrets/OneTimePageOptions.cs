namespace TrunkBot.Secrets;

/// <summary>The one-time page, on which a password is entered outside of any chat.</summary>
internal sealed class OneTimePageOptions
{
    /// <summary>Where people reach TrunkBot with a browser, https (http for loopback only); from the root setting <c>PublicUrl</c>. Without it there is no page.</summary>
    public Uri? PublicUrl { get; set; }

    public bool IsOn => PublicUrl is not null;
}
