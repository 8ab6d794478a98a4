namespace TrunkBot.Secrets.OneTimePage;

/// <summary>The one-time page, on which a password is entered outside of any chat.</summary>
internal sealed class OneTimePageOptions
{
    /// <summary>Where people reach TrunkBot with a browser: https, or http for this machine only. Empty, the default: there is no page.</summary>
    public string PublicUrl { get; set; } = "";

    public bool IsOn => PublicUrl.Length > 0;

    /// <summary>Ends without a slash.</summary>
    public Uri Address => new(PublicUrl.TrimEnd('/'));
}
