using System.IO.Compression;
using System.Text;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Methods, paths, content types and encodings; and whether a refusal says more than its status.</summary>
internal static class HttpInputs
{
    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "get"];

    private static readonly string?[] ContentTypes =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=UTF-8", "application/json;charset=\"utf-8\"", "APPLICATION/JSON",
        "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "application/vnd.microsoft.activity+json", "text/plain", "text/json",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense", "", null,
    ];

    public static IEnumerable<Input> All =>
    [
        .. Methods.Select(method => new Input($"http/{method}", "all", Request.Other(method))),
        .. Methods.Take(5).Select(method => new Input($"http/{method} without a token", "all", Request.Other(method, authorized: false))),
        new("http/PUT with an activity", "all", Request.Other("PUT", body: Request.Whole("{}"))),
        new("http/PATCH with an activity", "all", Request.Other("PATCH", body: Request.Whole("{}"))),
        .. new[] { "/api/messages/", "/API/Messages", "/api/messages?x=1", "/api//messages", "/api/messages/x", "/api", "/", "/api/messages%2F" }
            .Select(path => new Input($"http/POST {path}", "all", Request.Other("POST", path, body: Request.Whole("{}")))),
        .. ContentTypes.Select(type => new Input($"http/type {type ?? "none"}", "all", Request.Bytes(Encoding.UTF8.GetBytes, type))),
        Encoded("gzip", text => Packed(text, stream => new GZipStream(stream, CompressionLevel.Fastest))),
        Encoded("deflate", text => Packed(text, stream => new ZLibStream(stream, CompressionLevel.Fastest))),
        Encoded("br", text => Packed(text, stream => new BrotliStream(stream, CompressionLevel.Fastest))),
        Encoded("identity", Encoding.UTF8.GetBytes),
        Encoded("nonsense", Encoding.UTF8.GetBytes),
        Encoded("gzip", Encoding.UTF8.GetBytes, "gzip that is none"),
        new("http/bytes UTF-8 with a mark", "all", Request.Bytes(text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "application/json")),
        new("http/bytes UTF-16", "all", Request.Bytes(Encoding.Unicode.GetBytes, "application/json")),
        new("http/bytes UTF-16 as declared", "all", Request.Bytes(Encoding.Unicode.GetBytes, "application/json; charset=utf-16le")),
        new("http/bytes UTF-32", "all", Request.Bytes(Encoding.UTF32.GetBytes, "application/json")),
        new("http/bytes not UTF-8", "all", Request.Bytes(text => [.. Encoding.UTF8.GetBytes(text[..^1]), .. ",\"text\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8], "application/json")),
        new("http/bytes of nothing but zeros", "all", Request.Bytes(_ => new byte[64], "application/json")),
        new("http/expects 100-continue", "all", Request.Bytes(Encoding.UTF8.GetBytes, "application/json", ("Expect", "100-continue"))),
        new("http/in chunks", "all", Request.Bytes(Encoding.UTF8.GetBytes, "application/json", ("Transfer-Encoding", "chunked"))),
        Long("99 KB", 99 * 1024), Long("150 KB", 150 * 1024), Long("250 KB", 250 * 1024), Long("300 KB", 300 * 1024),
        new("details/no token", "all", Request.Authorized(_ => null)),
        new("details/a token that is none", "all", Request.Authorized(_ => "Bearer x.y.z")),
        new("details/no JSON", "all", Request.Body("{")),
        new("details/no object", "all", Request.Body("[]")),
        new("details/no type", "all", Request.Activity("""{"type":null}""")),
        new("details/a turn that fails", "script", Request.Activity("""{"channelData":{"script":[{"fail":true}]}}""")),
        new("details/another method", "all", Request.Other("PUT")),
    ];

    private static Input Encoded(string encoding, Func<string, byte[]> pack, string? name = null) =>
        new($"http/encoding {name ?? encoding}", "all", Request.Bytes(pack, "application/json", ("Content-Encoding", encoding)));

    private static Input Long(string name, int length) =>
        new($"http/body of {name}", "all", Request.Activity($$"""{"text":"{{new string('x', length)}}"}"""));

    private static byte[] Packed(string text, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
