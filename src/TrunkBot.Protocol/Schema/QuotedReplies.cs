using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrunkBot.Protocol.Schema;

/// <summary>
/// What Teams puts into the text when somebody answers with <i>Reply</i>: a <c>&lt;quoted messageId="…"/&gt;</c> that a <c>quotedReply</c> entity
/// announces, or the quoted words in a block that calls itself a reply. What looks the same and is neither was typed, and stays.
/// </summary>
/// <remarks>Source: microsoft/teams.net, samples/QuotingAndThreadingBot.</remarks>
internal static partial class QuotedReplies
{
    private const int LongestTag = 600;

    public static string TakeOff(string text, Activity activity)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
            return text;
        var announced = AnnouncedBy(activity);
        if (announced.Count > 0)
            text = Without(text, "<quoted", "</quoted>", tag => IsAnnounced(tag, announced), mayBeEmpty: true);
        return Without(text, "<blockquote", "</blockquote>", tag => Reply().IsMatch(tag), mayBeEmpty: false);
    }

    private static HashSet<string> AnnouncedBy(Activity activity) =>
        [.. (activity.Entities ?? []).Where(entity => entity.Type == "quotedReply").Select(MessageOf)];

    // An announcement that names no message announces any.
    private static bool IsAnnounced(string tag, HashSet<string> announced) =>
        announced.Contains("") || (MessageId().Match(tag) is { Success: true } found && announced.Contains(found.Groups["id"].Value.Trim()));

    private static string MessageOf(Entity entity) =>
        entity.AdditionalProperties?.TryGetValue("quotedReply", out var quote) == true
        && quote.ValueKind == JsonValueKind.Object && quote.TryGetProperty("messageId", out var id)
            ? id.ValueKind switch
            {
                JsonValueKind.String => id.GetString()!.Trim(),
                JsonValueKind.Number => id.GetRawText(),
                _ => "",
            }
            : "";

    private static string Without(string text, string open, string close, Func<string, bool> isQuote, bool mayBeEmpty)
    {
        var kept = new StringBuilder(text.Length);
        var done = 0;
        for (var at = Find(text, open, 0); at >= 0; at = Find(text, open, at))
        {
            var after = EndOfQuote(text, at, open, close, isQuote, mayBeEmpty);
            if (after < 0)
            {
                at += open.Length;
                continue;
            }

            kept.Append(text, done, at - done).Append(' ');
            done = at = after;
        }

        return done == 0 ? text : kept.Append(text, done, text.Length - done).ToString();
    }

    private static int EndOfQuote(string text, int at, string open, string close, Func<string, bool> isQuote, bool mayBeEmpty)
    {
        var end = text.IndexOf('>', at, Math.Min(LongestTag, text.Length - at));
        if (end < 0 || !isQuote(text[at..(end + 1)]))
            return -1;
        if (mayBeEmpty && text[end - 1] == '/')
            return end + 1;
        var (depth, next) = (1, end + 1);
        while (depth > 0)
        {
            var closing = Find(text, close, next);
            if (closing < 0)
                return mayBeEmpty ? end + 1 : -1;
            var opening = Find(text, open, next);
            var isOpening = !mayBeEmpty && opening >= 0 && opening < closing;
            depth += isOpening ? 1 : -1;
            next = isOpening ? opening + open.Length : closing + close.Length;
        }

        return next;
    }

    private static int Find(string text, string what, int from) => text.IndexOf(what, from, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""\smessageId\s*=\s*(?:"(?<id>[^"<>]*)"|'(?<id>[^'<>]*)'|(?<id>[^\s"'<>/]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();

    [GeneratedRegex("""\sitemtype\s*=\s*["']?https?://schema\.skype\.com/Reply["'\s>]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reply();
}
