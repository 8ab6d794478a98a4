using System.Globalization;

namespace TrunkBot.Operations.Checking;

/// <summary>What <c>--check</c> says to whoever runs the program.</summary>
internal static class CheckTexts
{
    public const string NoRegistration = "MicrosoftAppId is empty, so there is no app registration to look at. Set it to use TrunkBot in Teams.";

    public const string TokenGiven = "The sign-in endpoint gives TrunkBot a token.";

    public const string LoginSilent = "The sign-in endpoint can't be reached. Open the way to it, check ToChannelFromBotLoginUrl if you set it, and check again.";

    public const string NobodySignsIn = "Nobody has to sign in, because Access:SignIn:ConnectionName is empty.";

    public const string TokenServiceSilent = "The token service can't be reached, or doesn't accept TrunkBot. Open the way to it, check OAuthUrl if you set it, and check again.";

    public const string TeamsClients =
        "Whether Teams can ask for a token shows only in the registration. Under Expose an API, look for the two clients that the README names.";

    public const string ScopeIsAsked = "The connection asks for the scope access_as_user.";

    public const string ScopeIsMissing = "The connection doesn't ask for the scope access_as_user. In the Azure Bot's connection, set Scopes to <MicrosoftAppId>/access_as_user.";

    public const string ScopeUnknown =
        "The connection doesn't show its scopes. In the Azure Bot's connection, compare Scopes with <MicrosoftAppId>/access_as_user.";

    public const string RedirectUnknown =
        "The connection doesn't show where a sign-in comes back to. In the registration, under Authentication, look for the redirect that the README names.";

    public const string NoPublicUrl = "PublicUrl is empty, so the messaging endpoint isn't known. Set it to the address where Teams reaches TrunkBot.";

    public const string VideoSdkTakesTheToken = "VideoSDK answers and accepts TrunkBot's key.";

    public const string LookAtTheWay = "Open the way to it, check VideoSdk:BaseUrl, and check again.";

    public static string Line(CheckResult result) => result switch
    {
        Good => $"ok: {result.Sentence}",
        NotGood => $"not ok: {result.Sentence}",
        _ => $"could not be verified: {result.Sentence}",
    };

    /// <summary>Two sentences, one after the other.</summary>
    public static string And(string first, string second) => $"{first} {second}";

    public static string ResourceIsOurs(string resource) => $"{resource} is the Application ID URI of this registration.";

    public static string ResourceIsAnothers(string resource) =>
        $"{resource} belongs to another registration. Under Expose an API, give this one an Application ID URI, and set Access:SignIn:Resource to it.";

    public static string NoSuchResource(string resource) =>
        $"No registration has the Application ID URI {resource}. Under Expose an API, set it, or set Access:SignIn:Resource to the one that is there.";

    public static string ResourceUnknown(string resource) =>
        $"The sign-in endpoint doesn't say whose Application ID URI {resource} is. Compare it with the one under Expose an API.";

    public static string ConnectionExchanges(string name, string uri) => $"The connection {name} exchanges tokens for {uri}.";

    public static string ConnectionExchangesOther(string name, string? uri, string resource) =>
        $"The connection {name} exchanges tokens for {uri ?? "nothing"}. In the Azure Bot's connection, set Token exchange URL to {resource}.";

    public static string NoSuchConnection(string name) =>
        $"The Azure Bot has no connection called {name}. Under Configuration, add it, or set Access:SignIn:ConnectionName to the name of the one that is there.";

    public static string Redirect(string address) =>
        $"A sign-in comes back to {address}. In the registration, under Authentication, that has to be one of the web redirects.";

    public static string EndpointAnswers(string endpoint) => $"{endpoint} answers. It has to be the Messaging endpoint of the Azure Bot.";

    public static string EndpointSilent(string endpoint) =>
        $"{endpoint} doesn't answer. Start TrunkBot and check again; if it still doesn't, look at the name, the certificate and the firewall.";

    public static string EndpointIsAnother(string endpoint, int status) => string.Create(
        CultureInfo.InvariantCulture, $"{endpoint} answers {status}, which TrunkBot doesn't do. Check PublicUrl and where its web server passes requests on to.");
}
