using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace TrunkBot.Protocol.Authentication.Credentials;

/// <summary>The bot logs in at Microsoft Entra, by its secret or by an assertion that is made anew each time. Through MSAL.</summary>
internal sealed partial class EntraLogin : IBotLogin
{
    private readonly Lazy<IConfidentialClientApplication> _login;
    private readonly string _proof;

    public EntraLogin(ChannelAuthenticationOptions options, ChannelHttp http, IBotAssertion? assertion)
    {
        _proof = assertion is null ? nameof(options.MicrosoftAppPassword) : nameof(options.MicrosoftAppCredential);
        _login = new(() => Create(options, http, assertion));
    }

    public async Task<IssuedToken> LogInAsync(string scope)
    {
        try
        {
            // MSAL keeps tokens too, and would hand out again what the connector has just refused or what our clock calls old.
            var result = await _login.Value.AcquireTokenForClient([scope]).WithForceRefresh(true).ExecuteAsync();
            // It reckons the end by the machine's clock, which is not always ours.
            return new IssuedToken(result.AccessToken, result.ExpiresOn - TimeProvider.System.GetUtcNow());
        }
        catch (MsalException failure)
        {
            // The inner exception stays out: it repeats what the endpoint answered.
            throw BotTokenException.OfEntra(failure.ErrorCode, MayPass(failure), _proof, NumberIn(failure.Message));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            throw BotTokenException.OfEntra("unreachable", mayPass: true, _proof);
        }
    }

    private static IConfidentialClientApplication Create(ChannelAuthenticationOptions options, ChannelHttp http, IBotAssertion? assertion)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(options.MicrosoftAppId)
            .WithAuthority(ChannelAddresses.Of(options).LoginUrl, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http);
        return assertion is null
            ? builder.WithClientSecret(options.MicrosoftAppPassword).Build()
            : builder.WithClientAssertion(request => assertion.CreateAsync(request.ClientID, request.TokenEndpoint, request.CancellationToken)).Build();
    }

    private static int? NumberIn(string message) =>
        Number().Match(message) is { Success: true } found && int.TryParse(found.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("AADSTS([0-9]+)")]
    private static partial Regex Number();

    private static bool MayPass(MsalException failure) => failure is not MsalServiceException service
        || service.StatusCode is 0 or 408 or 429 or >= 500
        || service.ErrorCode is "temporarily_unavailable";
}
