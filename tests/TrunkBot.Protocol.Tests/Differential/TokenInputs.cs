using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>57 kinds of what an Authorization header may hold.</summary>
internal static class TokenInputs
{
    private const string Emulator = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";
    private const string V1 = $"https://sts.windows.net/{Emulator}/";
    private const string V2 = $"https://login.microsoftonline.com/{Emulator}/v2.0";
    private const string Elsewhere = "https://elsewhere.example/";

    // Entra's keys carry no endorsements; another one speaks for other channels only.
    private static readonly ChannelSigner Entra = new("entra");
    private static readonly ChannelSigner Other = new("other", "directline", "webchat");
    private static readonly ChannelSigner Unpublished = new("unpublished", "msteams");

    public static IEnumerable<ChannelSigner> OtherKeys => [Entra, Other];

    public static IEnumerable<Input> All =>
    [
        Good("good", _ => { }),
        Header("scheme in small letters", place => $"bearer {place.Token()}"),
        Header("scheme in capitals", place => $"BEARER {place.Token()}"),
        Header("two blanks", place => $"Bearer  {place.Token()}"),
        Header("a blank behind", place => $"Bearer {place.Token()} "),
        Header("no header", _ => null),
        Header("an empty header", _ => ""),
        Header("no scheme", place => place.Token()),
        Header("only the scheme", _ => "Bearer"),
        Header("another scheme", place => $"Basic {place.Token()}"),
        Header("two parts", place => "Bearer " + string.Join('.', place.Token().Split('.')[..2])),
        Header("four parts", place => $"Bearer {place.Token()}.x"),
        Header("no base64", _ => "Bearer !.!.!"),
        Header("no JSON", _ => $"Bearer {Base64UrlEncoder.Encode("x")}.{Base64UrlEncoder.Encode("y")}.{Base64UrlEncoder.Encode("z")}"),
        Header("an empty signature", place => $"Bearer {string.Join('.', place.Token().Split('.')[..2])}."),
        Header("another's signature", place => $"Bearer {new ChannelSigner(place.Channel.Signer.Kid).Sign(place.Payload())}"),
        Header("a changed payload", Changed),
        Algorithm("alg none", "none", _ => []),
        Algorithm("alg None", "None", _ => []),
        Algorithm("alg HS256 with the public key", "HS256", bytes => HMACSHA256.HashData("key"u8, bytes)),
        Real("alg RS384", "RS384", HashAlgorithmName.SHA384),
        Real("alg RS512", "RS512", HashAlgorithmName.SHA512),
        Real("alg RS256 named RS512", "RS512", HashAlgorithmName.SHA256),
        Algorithm("alg ES256", "ES256", _ => new byte[64]),
        Key("kid unknown", _ => Unpublished),
        Head("kid missing", header => header.Remove("kid")),
        Head("kid empty", header => header["kid"] = ""),
        Head("kid a number", header => header["kid"] = 7),
        Head("typ missing", header => header.Remove("typ")),
        Head("critical extension", header => header["crit"] = new JsonArray("b64")),
        Head("own key", header => header["jwk"] = Unpublished.PublicKey()),
        Good("iss missing", payload => payload.Remove("iss")),
        Good("iss another", payload => payload["iss"] = "https://elsewhere.example"),
        Good("iss with a slash", payload => payload["iss"] = BotSide.Issuer + "/"),
        Good("iss in capitals", payload => payload["iss"] = BotSide.Issuer.ToUpperInvariant()),
        Good("aud missing", payload => payload.Remove("aud")),
        Good("aud another", payload => payload["aud"] = Guid.Empty.ToString()),
        Good("aud in capitals", payload => payload["aud"] = BotSide.AppId.ToUpperInvariant()),
        Good("aud a list of it", payload => payload["aud"] = new JsonArray(BotSide.AppId)),
        Good("aud a list with it", payload => payload["aud"] = new JsonArray(BotSide.AppId, "other")),
        Good("expired long ago", payload => (payload["nbf"], payload["exp"]) = (Place.Seconds(-7200), Place.Seconds(-3600))),
        Good("expired two minutes ago", payload => (payload["nbf"], payload["exp"]) = (Place.Seconds(-3600), Place.Seconds(-120))),
        Good("exp missing", payload => payload.Remove("exp")),
        Good("exp a text", payload => payload["exp"] = "never"),
        Good("nbf in an hour", payload => payload["nbf"] = Place.Seconds(3600)),
        Good("nbf in two minutes", payload => payload["nbf"] = Place.Seconds(120)),
        Good("nbf missing", payload => payload.Remove("nbf")),
        Good("serviceurl missing", payload => payload.Remove("serviceurl")),
        Good("serviceurl another", payload => payload["serviceurl"] = Elsewhere),
        Good("serviceurl in capitals", payload => payload["serviceurl"] = ((string)payload["serviceurl"]!).ToUpperInvariant()),
        Good("serviceurl without its slash", payload => payload["serviceurl"] = ((string)payload["serviceurl"]!).TrimEnd('/')),
        Key("endorsed for other channels", _ => Other),
        Key("endorsed for nothing", _ => Entra),
        Entras("emulator v1", V1, "1.0", "appid", BotSide.AppId),
        Entras("emulator v2", V2, "2.0", "azp", BotSide.AppId),
        Entras("emulator v2 of another app", V2, "2.0", "azp", Guid.Empty.ToString()),
        Entras("own tenant as emulator", $"https://sts.windows.net/{BotSide.Tenant}/", "1.0", "appid", BotSide.AppId),
    ];

    private static Input Header(string name, Func<Place, string?> header) => new($"tokens/{name}", "all", Request.Authorized(header));

    private static Input Good(string name, Action<JsonObject> change) => Header(name, place =>
    {
        var payload = place.Payload();
        change(payload);
        return $"Bearer {place.Channel.Signer.Sign(payload)}";
    });

    private static Input Head(string name, Action<JsonObject> change) => Header(name, place =>
    {
        var header = place.Channel.Signer.Header();
        change(header);
        return $"Bearer {place.Channel.Signer.Sign(header, place.Payload())}";
    });

    private static Input Key(string name, Func<Place, ChannelSigner> signer) =>
        Header(name, place => $"Bearer {signer(place).Sign(place.Payload())}");

    private static Input Algorithm(string name, string algorithm, Func<byte[], byte[]> signature) => Header(name, place =>
    {
        var header = place.Channel.Signer.Header();
        header["alg"] = algorithm;
        return $"Bearer {ChannelSigner.Sign(header, place.Payload(), signature)}";
    });

    private static Input Real(string name, string algorithm, HashAlgorithmName hash) => Header(name, place =>
    {
        var header = place.Channel.Signer.Header();
        header["alg"] = algorithm;
        return $"Bearer {ChannelSigner.Sign(header, place.Payload(), bytes => place.Channel.Signer.Key.SignData(bytes, hash, RSASignaturePadding.Pkcs1))}";
    });

    private static Input Entras(string name, string issuer, string version, string caller, string appId) => Header(name, place =>
    {
        var payload = place.Payload();
        payload.Remove("serviceurl");
        (payload["iss"], payload["ver"], payload[caller], payload["tid"]) = (issuer, version, appId, issuer.Contains(BotSide.Tenant, StringComparison.Ordinal) ? BotSide.Tenant : Emulator);
        return $"Bearer {Entra.Sign(payload)}";
    });

    private static string Changed(Place place)
    {
        var parts = place.Token().Split('.');
        var payload = place.Payload();
        payload["exp"] = Place.Seconds(86400);
        parts[1] = Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        return $"Bearer {string.Join('.', parts)}";
    }
}
