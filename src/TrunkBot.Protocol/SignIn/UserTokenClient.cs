using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.SignIn;

/// <summary>
/// The Bot Framework's token service, which keeps what people have signed in to: one method per operation. A person is named by the channel and the
/// channel's own id, a sign-in by the name of the Azure Bot's OAuth connection.
/// </summary>
/// <remarks>
/// Sources: microsoft/Agents, specs/typespec/tokenservice.tsp; npm botframework-connector 4.23.3, <c>UserTokenClient</c>. A token is given back and not
/// kept here. Failures are a <see cref="ConnectorException"/>, which holds neither token nor code.
/// </remarks>
public sealed class UserTokenClient
{
    private readonly string _root;
    private readonly string _appId;
    private readonly ConnectorCalls _calls;

    internal UserTokenClient(string root, string appId, ConnectorCalls calls) => (_root, _appId, _calls) = (root.TrimEnd('/') + "/", appId, calls);

    /// <summary>The token that the service holds; null where it holds none, or where the code is not the one.</summary>
    /// <param name="userId">The channel's id of the person, <c>29:…</c> on Teams.</param>
    /// <param name="connectionName">The connection.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="magicCode">The code that ends a sign-in; null asks for one that has ended.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<TokenResponse?> GetUserTokenAsync(
        string userId, string connectionName, string channelId, string? magicCode = null, CancellationToken cancellationToken = default)
    {
        var code = magicCode is null ? "" : $"&code={Uri.EscapeDataString(magicCode)}";
        return FindAsync(new ConnectorCall(HttpMethod.Get, Address("api/usertoken/GetToken", userId, connectionName, channelId) + code), cancellationToken);
    }

    /// <summary>What a card needs to let the person of this activity sign in, where they are.</summary>
    public async Task<SignInResource> GetSignInResourceAsync(string connectionName, Activity activity, CancellationToken cancellationToken = default)
    {
        var state = new TokenExchangeState { ConnectionName = connectionName, Conversation = activity.GetConversationReference() with { LocalTimezone = null }, MsAppId = _appId };
        var text = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(state, ProtocolJsonContext.Default.TokenExchangeState));
        var call = new ConnectorCall(HttpMethod.Get, $"{_root}api/botsignin/GetSignInResource?state={Uri.EscapeDataString(text)}");
        return (await _calls.MakeAsync(call, Required(ProtocolJsonContext.Default.SignInResource), cancellationToken))!;
    }

    /// <summary>Exchanges a client's token, or asks for a new one by what the service holds; null where consent is needed or it holds nothing.</summary>
    public Task<TokenResponse?> ExchangeTokenAsync(
        string userId, string connectionName, string channelId, TokenExchangeRequest request, CancellationToken cancellationToken = default) => FindAsync(
        new ConnectorCall(
            HttpMethod.Post,
            Address("api/usertoken/exchange", userId, connectionName, channelId),
            JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJsonContext.Default.TokenExchangeRequest)),
        cancellationToken);

    /// <summary>Forgets what the service holds; it is no error that there is nothing.</summary>
    public async Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken = default)
    {
        var call = new ConnectorCall(HttpMethod.Delete, Address("api/usertoken/SignOut", userId, connectionName, channelId));
        try
        {
            await _calls.MakeAsync(call, new ConnectorAnswer<TokenResponse>(ProtocolJsonContext.Default.TokenResponse, IsRequired: false), cancellationToken);
        }
        catch (ConnectorException gone) when (gone.Status is 404)
        {
        }
    }

    // "404 = no token"; "400 = consent needed" (tokenservice.tsp).
    private async Task<TokenResponse?> FindAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await _calls.MakeAsync(call, Required(ProtocolJsonContext.Default.TokenResponse), cancellationToken);
        }
        catch (ConnectorException none) when (none.Status is 404 || (none.Status is 400 && call.Method == HttpMethod.Post))
        {
            return null;
        }
    }

    private string Address(string path, string userId, string connectionName, string channelId) =>
        $"{_root}{path}?userId={Uri.EscapeDataString(userId)}&connectionName={Uri.EscapeDataString(connectionName)}&channelId={Uri.EscapeDataString(channelId)}";

    private static ConnectorAnswer<T> Required<T>(JsonTypeInfo<T> type) => new(type, IsRequired: true);
}
