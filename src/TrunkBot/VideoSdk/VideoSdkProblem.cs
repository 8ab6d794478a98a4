using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrunkBot.Languages;

namespace TrunkBot.VideoSdk;

/// <summary>A refusal by VideoSDK, in words that may be shown to anybody: never the raw body.</summary>
internal sealed partial record VideoSdkProblem(int Status, Noted? Message, string? Code, string? RequestId)
{
    private const int LongestMessage = 200, LongestCode = 60, LongestRequestId = 100;
    private static readonly string[] MessageMembers = ["message", "error", "msg", "statusMessage"], CodeMembers = ["code", "errorCode"];
    private static readonly string[] FieldNames = ["name", "domain", "direction", "numbers", "username", "password"];

    /// <summary>The trunk's fields that VideoSDK's message speaks of, where it refuses the fields.</summary>
    public IReadOnlyList<string> Fields => Status is 400 or 422
        ? [.. FieldNames.Intersect(Words().Matches(Message?.English ?? "").Select(word => word.Value), StringComparer.OrdinalIgnoreCase)]
        : [];

    /// <summary>What to do about it, and who can.</summary>
    public string Remedy => VideoSdkTexts.Remedy(Status, Fields);

    /// <summary>The same for whoever runs TrunkBot, where VideoSDK refuses TrunkBot and not the request.</summary>
    public string ForOperators => VideoSdkTexts.ForOperators(Status);

    /// <summary>What VideoSDK said, with what its support asks for.</summary>
    public string Statement =>
        Say.It($"VideoSDK answered {Status}{(Message is null ? "" : $": {Message}")}{(IsEnded(Message?.English) ? "" : ".")}{Reference}");

    private string Reference => (Code, RequestId) switch
    {
        (null, null) => "",
        ({ } code, null) => Say.It($" (code {code})"),
        (null, { } id) => Say.It($" (request id {id})"),
        ({ } code, { } id) => Say.It($" (code {code}, request id {id})"),
    };

    /// <summary>For an answer that is no error, whose body may be a trunk with its password.</summary>
    public static VideoSdkProblem WithoutBody(VideoSdkAnswer answer) => Of(answer with { Body = null });

    public static VideoSdkProblem Of(VideoSdkAnswer answer)
    {
        var (message, code) = Read(answer.Body ?? []);
        return new VideoSdkProblem(
            answer.Status,
            PlainSentence.Of(message, LongestMessage, Noted.Of(() => VideoSdkTexts.WordsLeftOut).Kept) is { } words ? new Noted(words) : (Noted?)null,
            PlainSentence.Of(code, LongestCode, null),
            PlainSentence.Of(answer.RequestId, LongestRequestId, null));
    }

    private static bool IsEnded(string? message) => message is { Length: > 0 } && message[^1] is '.' or '!' or '?' or '…';

    private static (string? Message, string? Code) Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => (First(document.RootElement, MessageMembers), First(document.RootElement, CodeMembers)),
                JsonValueKind.String => (document.RootElement.GetString(), null),
                _ => (null, null),
            };
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body).Trim();
            // A page of some gateway on the way is not a sentence; a broken object is not one either.
            return text.Length > 0 && text[0] is '<' or '{' or '[' ? (null, null) : (text, null);
        }
    }

    private static string? First(JsonElement parent, string[] names) => names
        .Select(name => parent.TryGetProperty(name, out var value) ? value : default)
        .Select(value => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when names == CodeMembers => value.GetRawText(),
            _ => null,
        })
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
