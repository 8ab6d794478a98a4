using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using TrunkBot.Access.SignIn;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;
using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Operations.Checking;

/// <summary>Is the sign-in set up: the Application ID URI, the OAuth connection, and where it sends people with what?</summary>
internal sealed class SignInCheck(
    IOptions<SignInOptions> options, IOptions<ChannelAuthenticationOptions> bot, BotTokens tokens, UserTokenClient service) : IOutsideCheck
{
    private const string Scope = "access_as_user";

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsOn)
            return [new Good(CheckTexts.NobodySignsIn)];
        return [await ResourceAsync(ct), .. await ConnectionAsync(ct), new NotVerified(CheckTexts.TeamsClients)];
    }

    private async Task<CheckResult> ResourceAsync(CancellationToken ct)
    {
        var resource = options.Value.Resource;
        try
        {
            var audience = await tokens.AudienceAsync(resource).WaitAsync(ct);
            return audience == resource || audience == bot.Value.MicrosoftAppId
                ? new Good(CheckTexts.ResourceIsOurs(resource))
                : new NotGood(CheckTexts.ResourceIsAnothers(resource));
        }
        catch (BotTokenException refused) when (refused.Code is "invalid_resource" or "invalid_scope")
        {
            return new NotGood(CheckTexts.NoSuchResource(resource));
        }
        catch (Exception silent) when (silent is BotTokenException or OperationCanceledException)
        {
            return new NotVerified(CheckTexts.ResourceUnknown(resource));
        }
    }

    private async Task<IReadOnlyList<CheckResult>> ConnectionAsync(CancellationToken ct)
    {
        var name = options.Value.ConnectionName;
        try
        {
            var resource = await service.GetSignInResourceAsync(name, Nobody(bot.Value.MicrosoftAppId), ct);
            return [Exchange(resource.TokenExchangeResource?.Uri), .. await LinkAsync(resource.SignInLink, ct)];
        }
        catch (ConnectorException refused) when (refused.Status is 400 or 404)
        {
            return [new NotGood(CheckTexts.NoSuchConnection(name))];
        }
        catch (Exception silent) when (silent is ConnectorException or OperationCanceledException)
        {
            return [new NotVerified(CheckTexts.TokenServiceSilent)];
        }
    }

    private CheckResult Exchange(string? uri) => uri == options.Value.Resource
        ? new Good(CheckTexts.ConnectionExchanges(options.Value.ConnectionName, uri))
        : new NotGood(CheckTexts.ConnectionExchangesOther(options.Value.ConnectionName, uri, options.Value.Resource));

    // The link leads to Entra's own page, with scope and redirect in its address; whether the registration has both, only its owner sees.
    private static async Task<IReadOnlyList<CheckResult>> LinkAsync(string? link, CancellationToken ct)
    {
        if (await LeadsToAsync(link, ct) is not { } page)
            return [new NotVerified(CheckTexts.ScopeUnknown), new NotVerified(CheckTexts.RedirectUnknown)];
        var query = QueryHelpers.ParseQuery(page.Query);
        var (scopes, redirect) = (query["scope"].ToString(), query["redirect_uri"].ToString());
        return
        [
            scopes.Split(' ').Any(scope => scope.Split('/')[^1] == Scope) ? new Good(CheckTexts.ScopeIsAsked) : new NotGood(CheckTexts.ScopeIsMissing),
            new NotVerified(redirect.Length > 0 ? CheckTexts.Redirect(redirect) : CheckTexts.RedirectUnknown),
        ];
    }

    private static async Task<Uri?> LeadsToAsync(string? link, CancellationToken ct)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address))
            return null;
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther ? answer.Headers.Location : null;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    // The token service asks who signs in, and where; nobody does.
    private static Activity Nobody(string appId) => new()
    {
        ChannelId = ChannelIds.Msteams,
        ServiceUrl = "https://smba.trafficmanager.net/teams/",
        From = new ChannelAccount { Id = "29:check" },
        Recipient = new ChannelAccount { Id = $"28:{appId}" },
        Conversation = new ConversationAccount { Id = "check" },
    };
}
