namespace TrunkBot.Access.SignIn;

/// <summary>Section <c>Access:SignIn</c>: how people sign in, so that their app roles in Microsoft Entra count.</summary>
internal sealed class SignInOptions
{
    public const string Section = "Access:SignIn", Connection = $"{Section}:ConnectionName";

    /// <summary>Name of the Azure Bot's OAuth connection; empty, as by default, where nobody signs in.</summary>
    public string ConnectionName { get; set; } = "";

    /// <summary>Application ID URI of the bot's Entra app; default <c>api://botid-&lt;MicrosoftAppId&gt;</c>.</summary>
    public string Resource { get; set; } = "";

    public bool IsOn => ConnectionName.Length > 0;
}
