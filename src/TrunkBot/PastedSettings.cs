using System.Globalization;
using Microsoft.Extensions.Options;
using TrunkBot.Secrets;
using TrunkBot.Storage;

namespace TrunkBot;

/// <summary>
/// Names what was pasted or piped into a setting together with its value. Nothing is taken off in silence: what is in the vault or the file stays
/// wrong otherwise, and the next program that reads it fails.
/// </summary>
internal sealed class PastedSettings(IConfiguration configuration) : IValidateOptions<SecretsOptions>
{
    // Of these nobody has ever got one that begins or ends in a blank, or that is in quotes.
    private static readonly HashSet<string> s_exact = new(StringComparer.OrdinalIgnoreCase)
    {
        "MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppCredential:Kind", "MicrosoftAppCredential:KeyVaultSecret",
        "MicrosoftAppCredential:ManagedIdentity", "ChannelService", "ToBotFromChannelOpenIdMetadataUrl",
        "ToBotFromChannelTokenIssuer", "ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "GraphUrl", "PublicUrl", "Storage:BackEnd", "TrustedServiceHosts",
        "VideoSdk:BaseUrl", "VideoSdk:ApiKey", "VideoSdk:Secret", "VideoSdk:AuthorizationScheme", "Access:Tenants", "Access:Roles",
    };

    // A password may end in a blank, and a connection string may hold quotes.
    private static readonly string[] s_others = ["ConnectionStrings", "Secrets", "MicrosoftAppCredential:CertificatePath", "MicrosoftAppCredential:CertificatePassword", "TrustedRootCertificate", "Approvals", "Channels"];

    // Read before everything is checked together: what is wrong here would be said in other words.
    private static readonly string[] s_early = ["Storage", "ConnectionStrings", "Secrets"];

    public ValidateOptionsResult Validate(string? name, SecretsOptions options) =>
        ProblemsOf(configuration, [.. s_exact, .. s_others]).ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    /// <exception cref="StartException">A setting that is needed to build the program holds what does not belong to it.</exception>
    public static void CheckEarly(IConfiguration configuration)
    {
        if (ProblemsOf(configuration, s_early).ToList() is { Count: > 0 } problems)
            throw new AggregateException(problems.Select(problem => new StartException(problem)));
    }

    private static IEnumerable<string> ProblemsOf(IConfiguration configuration, IEnumerable<string> sections) =>
        from section in sections
        from setting in Leaves(configuration.GetSection(section))
        let problem = ProblemOf(setting.Path, setting.Value!, IsExact(setting.Path))
        where problem is not null
        select problem;

    private static IEnumerable<IConfigurationSection> Leaves(IConfigurationSection section) =>
        section.GetChildren().SelectMany(Leaves).Concat(section.Value is { Length: > 0 } ? [section] : []);

    private static bool IsExact(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf(':', end - 1))
            if (s_exact.Contains(path[..end]))
                return true;
        return false;
    }

    private static string? ProblemOf(string setting, string value, bool isExact) => value switch
    {
        [.., '\n' or '\r'] => StartTexts.EndsInLineBreak(setting),
        ['\n' or '\r', ..] => StartTexts.BeginsWithLineBreak(setting),
        ['\uFEFF', ..] => StartTexts.BeginsWithByteOrderMark(setting),
        _ when value.Any(IsInvisible) => StartTexts.HoldsInvisible(setting),
        _ when !isExact => null,
        _ when value.AsSpan().ContainsAny('\n', '\r') => StartTexts.HoldsLineBreak(setting),
        _ when char.IsWhiteSpace(value[^1]) => StartTexts.EndsInSpace(setting),
        _ when char.IsWhiteSpace(value[0]) => StartTexts.BeginsWithSpace(setting),
        [var first, .., var last] when IsQuote(first) && IsQuote(last) => StartTexts.IsInQuotes(setting),
        _ => null,
    };

    private static bool IsInvisible(char sign) =>
        char.GetUnicodeCategory(sign) is UnicodeCategory.Format || (char.IsControl(sign) && !char.IsWhiteSpace(sign));

    private static bool IsQuote(char sign) => sign is '"' or '\'' or '`' or '“' or '”' or '„' or '‘' or '’';
}
