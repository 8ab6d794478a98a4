using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TrunkBot.Protocol.Authentication;

/// <summary>Reads the channel's OpenID metadata and the keys that it names.</summary>
internal sealed class ChannelKeyDocuments(HttpClient http, string metadataUrl, TimeProvider time)
{
    public async Task<ChannelKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        var metadata = OpenIdConnectConfiguration.Create(await ReadAsync(metadataUrl, cancellationToken));
        var keys = ChannelKeySet.Read(await ReadAsync(metadata.JwksUri, cancellationToken), time.GetUtcNow());
        return keys.Count > 0 ? keys : throw new InvalidDataException("The channel publishes no usable key.");
    }

    // The metadata names the address of the keys, so that address is held to the same rule as a setting.
    private async Task<string> ReadAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Loopback.IsSecure(uri))
            throw new InvalidDataException("The address of the channel's keys isn't https.");
        using var response = await http.GetAsync(uri, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
